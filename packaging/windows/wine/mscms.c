/*
 * A stand-in, for tests only, for Windows' mscms.dll, from whose like in wine 8 functions are missing that
 * Qt links to. This one says of every colour profile that it cannot be had.
 * Never part of what is handed out.
 */
#include <windows.h>
#define E __declspec(dllexport)
E HANDLE WINAPI WcsOpenColorProfileW(void*a,void*b,void*c,DWORD d,DWORD e,DWORD f,DWORD g){return 0;}
E HANDLE WINAPI OpenColorProfileW(void*a,DWORD b,DWORD c,DWORD d){return 0;}
E BOOL WINAPI CloseColorProfile(HANDLE h){return FALSE;}
E HANDLE WINAPI WcsCreateIccProfile(HANDLE h,DWORD o){return 0;}
E BOOL WINAPI GetColorProfileFromHandle(HANDLE h,BYTE*p,DWORD*s){return FALSE;}
E BOOL WINAPI GetColorDirectoryW(const WCHAR*a,WCHAR*b,DWORD*c){return FALSE;}
E BOOL WINAPI GetStandardColorSpaceProfileW(const WCHAR*a,DWORD b,WCHAR*c,DWORD*d){return FALSE;}
