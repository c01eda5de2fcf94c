/*
 * A stand-in, for tests only, for the icuuc.dll that Windows has from version 10 on and wine 8 has not.
 * Qt asks it for converters between character sets; this one says that there is none, and Qt uses its own.
 * Never part of what is handed out.
 */
#define E __declspec(dllexport)
typedef int UErrorCode; 
E void *ucnv_open(const char*n, UErrorCode*e){ if(e) *e=4; return 0; }
E void ucnv_close(void*c){}
E void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void){}
E void UCNV_TO_U_CALLBACK_SUBSTITUTE(void){}
E void ucnv_reset(void*c){}
E signed char ucnv_getMaxCharSize(void*c){return 1;}
E const char* ucnv_getName(void*c, UErrorCode*e){ if(e)*e=16; return 0; }
E void ucnv_getToUCallBack(void*c, void**a, const void**b){}
E void ucnv_getFromUCallBack(void*c, void**a, const void**b){}
E void ucnv_setToUCallBack(void*c, void*n,const void*x, void**o,const void**oc, UErrorCode*e){}
E void ucnv_setFromUCallBack(void*c, void*n,const void*x, void**o,const void**oc, UErrorCode*e){}
E void ucnv_cbToUWriteUChars(void*a,const void*s,int l,int o,UErrorCode*e){}
E void ucnv_cbFromUWriteUChars(void*a,const void**s,const void*l,int o,UErrorCode*e){}
E void ucnv_toUnicode(void*c,void**t,const void*tl,const char**s,const char*sl,int*o,signed char f,UErrorCode*e){ if(e)*e=16; }
E void ucnv_fromUnicode(void*c,char**t,const char*tl,const void**s,const void*sl,int*o,signed char f,UErrorCode*e){ if(e)*e=16; }
E int ucnv_toUCountPending(void*c,UErrorCode*e){return 0;}
E int ucnv_fromUCountPending(void*c,UErrorCode*e){return 0;}
E const char* ucnv_getStandardName(const char*n,const char*s,UErrorCode*e){ if(e)*e=4; return 0; }
E const char* ucnv_getAvailableName(int n){return 0;}
E int ucnv_countAvailable(void){return 0;}
