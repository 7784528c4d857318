#!/usr/bin/env bash
# Builds the native peers into a folder (the first argument): what this machine has not the means for is left out, with a line that says
# why. What fails to build is left out as well, and the exit status says so: 1.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out"

if ! command -v g++ > /dev/null; then
    echo "no g++: install it for the C++ peers (Debian: apt-get install g++)"
    exit 1
fi

# Linked without -ffast-math: that would switch the whole process to flushing denormals to zero.
build() {
    name=$1; source=$2; shift 2
    if g++ -std=c++17 -O3 -march=native -ffast-math -fPIC -c "$here/$source" -o "$out/$name.o" "${compile[@]}" \
        && g++ -shared "$out/$name.o" -o "$out/$name.new" "$@"; then
        mv "$out/$name.new" "$out/lib$name.so"
        status=0
    else
        echo "$name did not build"
        rm -f "$out/$name.new" "$out/lib$name.so"
        status=1
    fi
    rm -f "$out/$name.o"
    return $status
}

failed=0

if grep -qw avx512f /proc/cpuinfo; then
    compile=(); build yardstick yardstick.cpp || failed=1
else
    echo "no AVX-512: the yardstick by hand is left out"
fi

# Eigen takes minutes to compile: its two variants are built side by side.
eigen=/usr/include/eigen3
if [ -d "$eigen" ]; then
    (compile=(-isystem "$eigen" -DEIGEN_STACK_ALLOCATION_LIMIT=0); build eigen eigen.cpp) &
    eigen_build=$!
    if [ -e /usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3 ]; then
        compile=(-isystem "$eigen" -DEIGEN_STACK_ALLOCATION_LIMIT=0 -DEIGEN_USE_BLAS)
        build eigen_openblas eigen.cpp -l:libopenblas.so.0 || failed=1
    else
        echo "no OpenBLAS: Eigen runs on its own kernels only (Debian: apt-get install libopenblas0-pthread)"
    fi
    wait "$eigen_build" || failed=1
else
    echo "no Eigen (Debian: apt-get install libeigen3-dev)"
fi
exit $failed
