#!/usr/bin/env bash
# Measures everything and writes it into docs/performance.md. Nothing else should run meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q --nologo bench/XorGen.Benchmarks
# Debian's OpenBLAS 0.3.21 takes newer processors of AMD for ones with SSE3 only; what the environment may say of another core is slower.
if grep -qw avx512f /proc/cpuinfo; then
    export OPENBLAS_CORETYPE=SkylakeX
fi
export OPENBLAS_NUM_THREADS=1
exec dotnet bench/XorGen.Benchmarks/bin/Release/net10.0/XorGen.Benchmarks.dll "${@:-all}" --publish
