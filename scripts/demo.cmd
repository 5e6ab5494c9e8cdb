@echo off
rem Shows the sample application as a service of this Windows, from installation to removal.
rem Needs an elevated command prompt.
setlocal
cd /d "%~dp0.."
call mvnw.cmd -q -B -ntp -pl winsvc-sample-app -am -DskipTests package || exit /b 1

rem The account of the service can read here, but not in the directories of a user.
set "demo=%ProgramData%\winsvc-demo"
if not exist "%demo%" mkdir "%demo%"
copy /y winsvc-sample-app\target\winsvc-sample-app-*.jar "%demo%\orders.jar" >nul || exit /b 1
cd /d "%demo%"

set result=1
call :show java -jar orders.jar --winsvc.install || goto clean
call :show curl -fsS http://localhost:8080/actuator/health || goto clean
call :show java -jar orders.jar --winsvc.status || goto clean
call :show java -jar orders.jar --winsvc.stop || goto clean
set result=0

:clean
call :show java -jar orders.jar --winsvc.uninstall || set result=1
cd /d "%~dp0.."
rmdir /s /q "%demo%"
if %result% neq 0 echo The demo has failed. 1>&2
exit /b %result%

:show
echo.
echo ^> %*
%*
exit /b %ERRORLEVEL%
