; What setup and uninstaller say, in Toque's three languages. UTF-8.

!macro Say NAME ENGLISH PORTUGUESE SPANISH
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_PORTUGUESEBR} "${PORTUGUESE}"
  LangString ${NAME} ${LANG_SPANISH} "${SPANISH}"
!macroend

!insertmacro Say DESKTOP_PART \
  "Icon on the desktop" \
  "Ícone na área de trabalho" \
  "Icono en el escritorio"
!insertmacro Say LINKS_PART \
  "Phone links" \
  "Links de telefone" \
  "Enlaces de teléfono"
!insertmacro Say ABOUT_PROGRAM \
  "The program, with an entry in the Start menu." \
  "O programa, com uma entrada no menu Iniciar." \
  "El programa, con una entrada en el menú Inicio."
!insertmacro Say ABOUT_DESKTOP \
  "An icon on the desktop as well." \
  "Também um ícone na área de trabalho." \
  "También un icono en el escritorio."
!insertmacro Say ABOUT_LINKS \
  "Lets Windows offer Toque for links to phone numbers (tel:, callto:). A link fills in the number and never dials." \
  "Permite que o Windows ofereça o Toque para links de números de telefone (tel:, callto:). Um link preenche o número e nunca liga." \
  "Permite que Windows ofrezca Toque para enlaces a números de teléfono (tel:, callto:). Un enlace rellena el número y nunca llama."
!insertmacro Say OLD_WINDOWS \
  "Toque needs 64-bit Windows 10, version 1809 or newer." \
  "O Toque precisa do Windows 10 de 64 bits, versão 1809 ou mais recente." \
  "Toque necesita Windows 10 de 64 bits, versión 1809 o posterior."
!insertmacro Say RUNS_ALREADY \
  "Setup of Toque is already running." \
  "A instalação do Toque já está em execução." \
  "La instalación de Toque ya está en marcha."
!insertmacro Say FOR_ALL_USERS \
  "Toque is installed on this computer for all users, and kept up to date by its administrator. Nothing was changed." \
  "O Toque está instalado neste computador para todos os usuários e é mantido atualizado pelo administrador. Nada foi alterado." \
  "Toque está instalado en este equipo para todos los usuarios y su administrador lo mantiene actualizado. No se ha cambiado nada."
!insertmacro Say NEWER_IS_THERE \
  "Toque $Installed is installed, which is newer than this one (${VERSION}). Nothing was changed. To go back, uninstall it first: accounts and history can be kept." \
  "O Toque $Installed está instalado e é mais recente do que este (${VERSION}). Nada foi alterado. Para voltar, desinstale-o primeiro: as contas e o histórico podem ser mantidos." \
  "Está instalado Toque $Installed, más reciente que este (${VERSION}). No se ha cambiado nada. Para volver atrás, desinstálelo primero: las cuentas y el historial se pueden conservar."
!insertmacro Say OTHER_FOLDER \
  "There are other files in $INSTDIR. Choose an empty folder." \
  "Há outros arquivos em $INSTDIR. Escolha uma pasta vazia." \
  "Hay otros archivos en $INSTDIR. Elija una carpeta vacía."
!insertmacro Say IS_OPEN \
  "Toque is open, and will be closed. What is being saved is saved; calls under way are no longer followed." \
  "O Toque está aberto e será fechado. O que está sendo salvo será salvo; as chamadas em andamento deixam de ser acompanhadas." \
  "Toque está abierto y se cerrará. Lo que se está guardando se guarda; las llamadas en curso dejan de seguirse."
!insertmacro Say IN_USE \
  "Toque is still running, or another program uses its files. Close it and choose Retry. Cancel leaves everything as it was." \
  "O Toque ainda está em execução ou outro programa está usando seus arquivos. Feche-o e escolha Repetir. Cancelar deixa tudo como estava." \
  "Toque sigue en marcha u otro programa usa sus archivos. Ciérrelo y elija Reintentar. Cancelar lo deja todo como estaba."
!insertmacro Say NOT_WRITTEN \
  "Toque could not be installed, because a file could not be written. Check that there is room on the disk. What was installed before is as it was." \
  "Não foi possível instalar o Toque porque um arquivo não pôde ser gravado. Verifique se há espaço no disco. O que estava instalado continua como estava." \
  "No se pudo instalar Toque porque no se pudo escribir un archivo. Compruebe que haya espacio en el disco. Lo que estaba instalado sigue como estaba."
!insertmacro Say DATA_PART \
  "Accounts and history" \
  "Contas e histórico" \
  "Cuentas e historial"
!insertmacro Say ABOUT_REMOVAL \
  "Removes the program." \
  "Remove o programa." \
  "Quita el programa."
!insertmacro Say ABOUT_DATA \
  "Removes your accounts with their tokens, history, contacts, lists and settings as well. This cannot be undone." \
  "Remove também suas contas com os tokens, o histórico, os contatos, as listas e as configurações. Isso não pode ser desfeito." \
  "Quita también sus cuentas con sus tokens, el historial, los contactos, las listas y los ajustes. No se puede deshacer."
!insertmacro Say DATA_STAYS \
  "Accounts and history could not be removed: the keyring or a file cannot be used now. Nothing was uninstalled. Try again, or uninstall without them." \
  "Não foi possível remover as contas e o histórico: o chaveiro ou um arquivo não pode ser usado agora. Nada foi desinstalado. Tente novamente ou desinstale sem removê-los." \
  "No se pudieron quitar las cuentas y el historial: ahora no se puede usar el almacén de credenciales o un archivo. No se ha desinstalado nada. Inténtelo de nuevo o desinstale sin quitarlos."
!insertmacro Say NOT_REMOVED \
  "Some files of Toque could not be removed from $INSTDIR." \
  "Alguns arquivos do Toque não puderam ser removidos de $INSTDIR." \
  "Algunos archivos de Toque no se pudieron quitar de $INSTDIR."
