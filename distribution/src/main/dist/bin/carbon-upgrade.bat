@echo off
rem Carbon Upgrade, stand-alone: carbon-upgrade [--plan FILE] [COMMAND [OPTIONS]]
rem JAVA_HOME names the Java (8 or newer) to run on; CARBON_UPGRADE_OPTS adds JVM options, such as -Xmx512m.
setlocal
for %%i in ("%~dp0..") do set "UPGRADE_HOME=%%~fi"
set "JAVACMD=java"
if not "%JAVA_HOME%" == "" set "JAVACMD=%JAVA_HOME%\bin\java"
rem 128 MB are enough for any size of data. UTC has no hour that clocks skip: every stored local time can be read.
"%JAVACMD%" -Xmx128m -Duser.timezone=UTC -Dfile.encoding=UTF-8 %CARBON_UPGRADE_OPTS% -Dcarbonupgrade.home="%UPGRADE_HOME%" -cp "%UPGRADE_HOME%\lib\*" org.carbonupgrade.launcher.Main %*
exit /b %ERRORLEVEL%
