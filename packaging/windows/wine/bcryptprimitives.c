/*
 * A stand-in, for tests only, for Windows' bcryptprimitives.dll, which wine 8 has not.
 * Rust's standard library, and with it cryptography, takes its random numbers from its one function; this one
 * hands on those of advapi32.
 * Never part of what is handed out.
 */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return RtlGenRandom(buffer, (ULONG)length);
}
