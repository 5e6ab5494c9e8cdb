@echo off
rem Runs all tests on Windows. Needs an elevated command prompt, because services are installed.
cd /d "%~dp0.."
call mvnw.cmd -B -ntp verify %*
exit /b %ERRORLEVEL%
