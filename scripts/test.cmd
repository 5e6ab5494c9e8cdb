@echo off
rem Runs all tests on Windows. Needs an elevated command prompt, because services are installed.
cd /d "%~dp0.."
echo Not run on Windows: tests of category wine, which need Wine, Prometheus, rsyslog or PostgreSQL of Debian.
call mvnw.cmd -B -ntp verify %*
exit /b %ERRORLEVEL%
