@echo off
rem Run Assay's command line; build it first where it is missing. The same as the file "assay" for Windows, except that
rem a changed source is not noticed: set ASSAY_BUILD=always to build again.
setlocal EnableExtensions
set "HOME_FOLDER=%~dp0"
set "HOME_FOLDER=%HOME_FOLDER:~0,-1%"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo assay: needs a JDK 17 or newer: set JAVA_HOME to one, or put its java on the PATH. 1>&2
  exit /b 3
)

set "LIB=%HOME_FOLDER%\lib"
if not exist "%HOME_FOLDER%\pom.xml" goto start
set "LIB=%HOME_FOLDER%\harness\cli\target\launcher\dist\lib"
if /i "%ASSAY_BUILD%"=="always" goto build
if exist "%LIB%\assay-cli-*.jar" goto start
:build
echo assay: building in %HOME_FOLDER% 1>&2
pushd "%HOME_FOLDER%"
call mvn -B -ntp -Dquick -Dbuild.folder=target/launcher -Dmaven.test.skip=true -Denforcer.skip=true -pl harness/cli -am package 1>&2
if errorlevel 1 (
  popd
  echo assay: the build failed 1>&2
  exit /b 3
)
popd

:start
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx1g %ASSAY_OPTS% "-Dassay.home=%HOME_FOLDER%" "-Dassay.lib=%LIB%" -cp "%LIB%\*" assay.cli.Main %*
exit /b %ERRORLEVEL%
