# Called by mvnw.cmd, as .mvn/jdk.sh is by mvnw: prints the home of a JDK of at least the version in .mvn/jdk-version.
# A JAVA_HOME that is new enough is kept; else PATH and the usual folders are looked through.
$ErrorActionPreference = 'Stop'

# The major version of the JDK in a folder, from the file that every JDK has; 0: there is none.
function Get-JdkMajor($folder) {
  if (-not (Test-Path "$folder\bin\javac.exe") -or -not (Test-Path "$folder\release")) { return 0 }
  if ((Get-Content "$folder\release" -Raw) -match 'JAVA_VERSION="(\d+)') { return [int]$Matches[1] }
  return 0
}

$wanted = [int](Get-Content "$PSScriptRoot\jdk-version" -TotalCount 1)
$vendors = 'Java', 'Eclipse Adoptium', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft'

$folders = @($env:JAVA_HOME)
$folders += $env:PATH -split ';' |
  ForEach-Object { $_.Trim('" ') } |
  Where-Object { $_ -match '\\bin\\?$' } |
  Split-Path
$folders += ($vendors | ForEach-Object { "$env:ProgramFiles\$_" }) + "$env:USERPROFILE\.jdks" |
  Where-Object { Test-Path $_ } |
  ForEach-Object { Get-ChildItem $_ -Directory } |
  ForEach-Object { $_.FullName }

foreach ($folder in $folders | Where-Object { $_ }) {
  if ((Get-JdkMajor $folder) -ge $wanted) {
    Write-Output $folder
    exit 0
  }
}

[Console]::Error.WriteLine(@"
Throughline needs a JDK of version $wanted or newer, and none was found in JAVA_HOME, on the PATH,
among the JDKs in $env:ProgramFiles or in $env:USERPROFILE\.jdks.
Install one, for example:
  winget install EclipseAdoptium.Temurin.$wanted.JDK
or set JAVA_HOME to one that is already there.
"@)
exit 1
