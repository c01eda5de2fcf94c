; Toque's setup for one user: no administrator, an upgrade in place, nothing left after uninstalling.
;
; build.py runs makensis with the defines that are used here and not made here: what the program is called
; comes from packaging/product.py, what is registered from app/desktop/windows_links.py.
;
; /S               silent
; /D=FOLDER        where to, the last word, never quoted (a first installation; later ones go where it is)
; /DESKTOP=1|0     an icon on the desktop, or none; else as it was, at first none
; /LINKS=1|0       offered by Windows for phone links, or not; else as it was, at first offered
; uninstall.exe /S [/PURGE]   /PURGE: accounts, tokens and history too
;
; Exit codes, the same for both:
!define CANCELLED 1        ; by the operator
!define NEWER 3            ; a newer version is installed
!define IN_USE 4           ; Toque, or something with its files open, would not end
!define NOT_WRITTEN 5      ; no room, or no right to write
!define FOR_ALL 6          ; it is installed for all users
!define OLD_WINDOWS 7
!define RUNS_ALREADY 8     ; another setup
!define DATA_STAYS 9       ; /PURGE: accounts and history could not be removed
; In every case but 5 of the uninstaller nothing has changed then.

Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10

!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include Sections.nsh
!include MUI2.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define OWN_KEY "Software\${NAME}"
!define PROGRAM "${NAME}.exe"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
AllowSkipFiles off
Icon "${ICON}"
UninstallIcon "${ICON}"

VIProductVersion "${FOUR_NUMBERS}"
VIFileVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${COPYRIGHT}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

Var Installed  ; the version that is there; empty for none
Var Was        ; the folder that it is in

; --- pages ----------------------------------------------------------------------------------------------

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolderOfUpgrade
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "Spanish"
!include messages.nsh
!include "${REGISTRY}" ; RegisterLinks, UnregisterLinks and RemoveProgram, made by build.py

; --- what both do ---------------------------------------------------------------------------------------

!macro Stop CODE SENTENCE ; before anything was changed, from a callback
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

!macro BothDo PREFIX

; Puts on the stack whether a program of Toque's is running: Windows lets nobody write to its file then.
Function ${PREFIX}IsInUse
  Push $0
  Push $1
  StrCpy $1 0
  !insertmacro TryToOpen "$INSTDIR\${PROGRAM}"
  !insertmacro TryToOpen "$INSTDIR\${CLI_PROGRAM}"
  Exch $1
  Exch
  Pop $0
FunctionEnd

; Has a running Toque closed by the program in $0, and waits for that. Puts on the stack: 0, or an exit code.
Function ${PREFIX}CloseRunning
  Call ${PREFIX}IsInUse
  Pop $1
  ${If} $1 = 0
    Push 0
    Return
  ${EndIf}
  MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(IS_OPEN)" /SD IDOK IDOK again
  Push ${CANCELLED}
  Return
 again:
  ExecWait '"$0" --close'
  ${For} $2 1 20 ; it has let go of everything; its process ends in a moment
    Call ${PREFIX}IsInUse
    Pop $1
    ${If} $1 = 0
      Push 0
      Return
    ${EndIf}
    Sleep 250
  ${Next}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again
  Push ${IN_USE}
FunctionEnd

!macroend

!macro TryToOpen FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${If} ${Errors}
      StrCpy $1 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!insertmacro BothDo ""
!insertmacro BothDo "un."

; --- setup ----------------------------------------------------------------------------------------------

; A shortcut to the program in $INSTDIR, under which Windows groups its windows and shows its notifications.
!macro Shortcut FILE
  CreateShortcut "${FILE}" "$INSTDIR\${PROGRAM}"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${FILE}",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call 'oleaut32::SysAllocString(w "${IDENTIFIER}") p .r3'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID}) p .r4'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,&p4 $3) p .r5'
        ${IPropertyStore::SetValue} $2 '($4,$5)'
        System::Free $5
        System::Free $4
        System::Call 'oleaut32::SysFreeString(p r3)'
        ${IPropertyStore::Commit} $2 ""
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("${FILE}",1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

!macro GiveUp CODE SENTENCE ; in a section, when nothing but the new folder is there yet
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
  !if "${SENTENCE}" != ""
    MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  !endif
  SetErrorLevel ${CODE}
  Abort "${SENTENCE}"
!macroend

Section "${NAME}" PROGRAM_SECTION
  SectionIn RO
  SetErrorLevel ${NOT_WRITTEN} ; what the extraction ends with where it cannot go on
  RMDir /r "$INSTDIR.new"
  ClearErrors
  SetOutPath "$INSTDIR.new"
  ${If} ${Errors}
    !insertmacro GiveUp ${NOT_WRITTEN} "$(NOT_WRITTEN)"
  ${EndIf}
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  ${If} ${Errors}
    !insertmacro GiveUp ${NOT_WRITTEN} "$(NOT_WRITTEN)"
  ${EndIf}
  SetOutPath "$TEMP" ; nobody can rename a folder that somebody is in

  StrCpy $0 "$INSTDIR.new\${PROGRAM}"
  Call CloseRunning
  Pop $3
  ${If} $3 <> 0
    !insertmacro GiveUp $3 ""
  ${EndIf}

  RMDir /r "$INSTDIR.old"
 swap:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY swap
      !insertmacro GiveUp ${IN_USE} ""
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR.new" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    !insertmacro GiveUp ${NOT_WRITTEN} "$(NOT_WRITTEN)"
  ${EndIf}
  RMDir /r "$INSTDIR.old"
SectionEnd

Section /o "$(DESKTOP_PART)" DESKTOP_SECTION
SectionEnd

Section "$(LINKS_PART)" LINKS_SECTION
SectionEnd

Section "-tell Windows"
  SetOutPath "$INSTDIR" ; where shortcuts start the program
  !insertmacro Shortcut "$SMPROGRAMS\${NAME}.lnk"
  ${If} ${SectionIsSelected} ${DESKTOP_SECTION}
    !insertmacro Shortcut "$DESKTOP\${NAME}.lnk"
  ${Else}
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  SetOutPath "$TEMP"
  ${If} ${SectionIsSelected} ${LINKS_SECTION}
    !insertmacro RegisterLinks
  ${Else}
    !insertmacro UnregisterLinks
  ${EndIf}
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KIB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  !insertmacro TellShell
  SetErrorLevel 0
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM_SECTION} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DESKTOP_SECTION} "$(ABOUT_DESKTOP)"
  !insertmacro MUI_DESCRIPTION_TEXT ${LINKS_SECTION} "$(ABOUT_LINKS)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro Stop ${OLD_WINDOWS} "$(OLD_WINDOWS)"
  ${EndIf}
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "${IDENTIFIER}.setup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    !insertmacro Stop ${RUNS_ALREADY} "$(RUNS_ALREADY)"
  ${EndIf}
  ReadRegStr $0 HKLM "${OWN_KEY}" "InstallFolder"
  ${If} $0 != ""
    !insertmacro Stop ${FOR_ALL} "$(FOR_ALL_USERS)"
  ${EndIf}
  ReadRegStr $Installed HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $Was HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${IfNot} ${FileExists} "$Was\${PROGRAM}" ; somebody has deleted it
    StrCpy $Installed ""
  ${EndIf}
  ${If} $Installed != ""
    ${VersionCompare} "$Installed" "${VERSION}" $0
    ${If} $0 = 1
      !insertmacro Stop ${NEWER} "$(NEWER_IS_THERE)"
    ${EndIf}
    StrCpy $INSTDIR $Was
    Call ChooseAsItWas
  ${Else}
    Call ChooseFolder
  ${EndIf}
  Call ChooseAsTold
FunctionEnd

; Never takes a folder with somebody's files for its own: it would replace the whole.
Function ChooseFolder
  Call IsFolderFree
  Pop $0
  ${If} $0 = 0
    StrCpy $INSTDIR "$INSTDIR\${NAME}"
    Call IsFolderFree
    Pop $0
    ${If} $0 = 0
      !insertmacro Stop ${NOT_WRITTEN} "$(OTHER_FOLDER)"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function IsFolderFree
  ${DirState} "$INSTDIR" $0
  ${If} $0 = 1
  ${AndIfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
    Push 0
  ${Else}
    Push 1
  ${EndIf}
FunctionEnd

Function .onVerifyInstDir
  Call IsFolderFree
  Pop $0
  ${If} $0 = 0
    Abort ; the page does not go on with such a folder
  ${EndIf}
FunctionEnd

Function ChooseAsItWas
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    !insertmacro SelectSection ${DESKTOP_SECTION}
  ${EndIf}
  ReadRegStr $0 HKCU "${OWN_KEY}\Capabilities" "ApplicationName"
  ${If} $0 == ""
    !insertmacro UnselectSection ${LINKS_SECTION}
  ${EndIf}
FunctionEnd

!macro Told SWITCH SECTION
  ClearErrors
  ${GetOptions} $0 "/${SWITCH}=" $1
  ${IfNot} ${Errors}
    ${If} $1 = 0
      !insertmacro UnselectSection ${SECTION}
    ${Else}
      !insertmacro SelectSection ${SECTION}
    ${EndIf}
  ${EndIf}
!macroend

Function ChooseAsTold
  ${GetParameters} $0
  !insertmacro Told "DESKTOP" ${DESKTOP_SECTION}
  !insertmacro Told "LINKS" ${LINKS_SECTION}
FunctionEnd

Function SkipFolderOfUpgrade
  ${If} $Installed != ""
    Abort
  ${EndIf}
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
FunctionEnd

; --- uninstaller ----------------------------------------------------------------------------------------

Section "-un.close"
  StrCpy $0 "$INSTDIR\${PROGRAM}"
  Call un.CloseRunning
  Pop $3
  ${If} $3 <> 0
    SetErrorLevel $3
    Abort
  ${EndIf}
SectionEnd

Section "un.${NAME}" UNINSTALL_SECTION
  SectionIn RO
SectionEnd

Section /o "un.$(DATA_PART)" DATA_SECTION
 again:
  ClearErrors
  StrCpy $0 1
  ExecWait '"$INSTDIR\${PROGRAM}" --remove-data' $0
  ${If} $0 <> 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(DATA_STAYS)" /SD IDCANCEL IDRETRY again
    SetErrorLevel ${DATA_STAYS}
    Abort "$(DATA_STAYS)"
  ${EndIf}
SectionEnd

Section "-un.program"
  SetOutPath "$TEMP"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro UnregisterLinks
  DeleteRegValue HKCU "${RUN_KEY}" "${NAME}"
  DeleteRegValue HKCU "${APPROVED_KEY}" "${NAME}"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs" ; only if nothing else is in it
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  !insertmacro TellShell
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_REMOVED)" /SD IDOK
    SetErrorLevel ${NOT_WRITTEN}
  ${EndIf}
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UNINSTALL_SECTION} "$(ABOUT_REMOVAL)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DATA_SECTION} "$(ABOUT_DATA)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${DATA_SECTION}
  ${EndIf}
FunctionEnd
