#!/usr/bin/env pwsh
# Everything between a clone and a package that works, in order; the first failure stops it.
#   ./build.ps1                             with the in-process engine
#   ./build.ps1 -TemporalSdk Temporalio     with the official Temporalio package
param(
    [ValidateSet('Embedded', 'Temporalio')] [string] $TemporalSdk = 'Embedded',
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

$sdk = "-p:TemporalSdk=$TemporalSdk"
$packages = Join-Path $PSScriptRoot "bin/packages"
$clean = Join-Path ([IO.Path]::GetTempPath()) "wippy-consumer-$([Guid]::NewGuid().ToString('N'))"

# Restore, check the format, build, test.
dotnet restore Wippy.Compiler.sln $sdk
dotnet format whitespace Wippy.Compiler.sln --no-restore --verify-no-changes
dotnet build Wippy.Compiler.sln --no-restore -c $Configuration $sdk
dotnet test Wippy.Compiler.sln --no-build -c $Configuration $sdk

# Pack.
if ($TemporalSdk -eq 'Embedded') {
    dotnet pack src/Temporalio.Embedded -c $Configuration $sdk -o $packages
}
dotnet pack generators/Wippy.Compiler.Package -c $Configuration $sdk -o $packages

# Consume the package in a clean folder.
Copy-Item tests/Package.Tests/Consumer $clean -Recurse
dotnet restore $clean --packages "$clean/packages" -p:RestoreAdditionalProjectSources=$packages $sdk
dotnet build $clean --no-restore -c $Configuration $sdk
dotnet run --project $clean --no-build -c $Configuration
Remove-Item $clean -Recurse
