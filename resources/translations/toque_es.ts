<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountField</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Of the instance, or of the whole account</source>
        <translation>De la instancia o de toda la cuenta</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instancia</translation>
    </message>
    <message>
        <source>Find instances</source>
        <translation>Buscar instancias</translation>
    </message>
    <message>
        <source>Its name at RyzeAPI</source>
        <translation>Su nombre en RyzeAPI</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>rg_live_… calls, rg_test_… only pretends</source>
        <translation>rg_live_… llama, rg_test_… solo finge</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>URL base</translation>
    </message>
    <message>
        <source>Extra CA file</source>
        <translation>Archivo de CA adicional</translation>
    </message>
    <message>
        <source>Only where the office inspects connections</source>
        <translation>Solo si la oficina inspecciona las conexiones</translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation>ID de la instancia</translation>
    </message>
    <message>
        <source>As Z-API shows it</source>
        <translation>Como lo muestra Z-API</translation>
    </message>
    <message>
        <source>Instance token</source>
        <translation>Token de la instancia</translation>
    </message>
    <message>
        <source>Client-Token</source>
        <translation>Client-Token</translation>
    </message>
    <message>
        <source>The account security token, if that is switched on</source>
        <translation>El token de seguridad de la cuenta, si está activado</translation>
    </message>
    <message>
        <source>Check for WhatsApp before each call</source>
        <translation>Comprobar WhatsApp antes de cada llamada</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Account name</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>As you want to see it, for example Support desk</source>
        <translation>Como quiera verlo, por ejemplo Soporte</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>{field} (optional)</source>
        <translation>{field} (opcional)</translation>
    </message>
    <message>
        <source>Asking {provider}…</source>
        <translation>Consultando a {provider}…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>The token is good. Line: {state}</source>
        <translation>El token es válido. Línea: {state}</translation>
    </message>
    <message>
        <source>There is none that this token can see.</source>
        <translation>No hay ningún valor que este token pueda ver.</translation>
    </message>
    <message>
        <source>Keep the token for this run only</source>
        <translation>Guardar el token solo hasta cerrar Toque</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer. Unlock it and try again.</source>
        <translation>El llavero del sistema no respondió. Desbloquéelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>Toque made a mistake. The log says more.</source>
        <translation>Toque cometió un error. El registro dice más.</translation>
    </message>
</context>
<context>
    <name>AccountNotices</name>
    <message>
        <source>Open account settings</source>
        <translation>Abrir configuración de la cuenta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Live status is switched off for this instance: Toque goes by the clock, and cannot say whether a call was answered.</source>
        <translation>El estado en vivo está apagado en esta instancia: Toque se guía por el reloj y no puede decir si una llamada fue contestada.</translation>
    </message>
    <message>
        <source>Turn on live status</source>
        <translation>Encender estado en vivo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>This changes a setting of the instance at the provider, which other programs may be using; what they need is kept.
Will be written: {setting}</source>
        <translation>Esto cambia una configuración de la instancia en el proveedor, que otros programas pueden estar usando; lo que necesitan se conserva.
Se escribirá: {setting}</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejar como está</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Todavía no hay ninguna cuenta.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Agregar cuenta</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove {name} and its token from this computer?</source>
        <translation>¿Quitar {name} y su token de este equipo?</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Live calls</source>
        <translation>Llamadas en curso</translation>
    </message>
    <message>
        <source>No calls yet. What you call will stand here.</source>
        <translation>Todavía no hay llamadas. Las que haga aparecerán aquí.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>All that is known of this call (Alt+Enter)</source>
        <translation>Todo lo que se sabe de esta llamada (Alt+Intro)</translation>
    </message>
    <message>
        <source>Redial</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled (Enter)</source>
        <translation>Rellenar el número de nuevo; no se marca nada (Intro)</translation>
    </message>
</context>
<context>
    <name>AgentForm</name>
    <message>
        <source>Ask for agents and numbers again</source>
        <translation>Pedir agentes y números de nuevo</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>Grabar la llamada</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Choose an agent, or type a name</source>
        <translation>Elija un agente o escriba un nombre</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Call from</source>
        <translation>Llamar desde</translation>
    </message>
    <message>
        <source>Primary number</source>
        <translation>Número principal</translation>
    </message>
    <message>
        <source>Asking {provider}…</source>
        <translation>Consultando a {provider}…</translation>
    </message>
    <message>
        <source>Open account settings</source>
        <translation>Abrir los ajustes de la cuenta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>{provider} has no active agent for this account. Make one there, then refresh.</source>
        <translation>{provider} no tiene ningún agente activo para esta cuenta. Cree uno allí y actualice.</translation>
    </message>
    <message>
        <source>{agent} is not among the agents any more. Choose another.</source>
        <translation>{agent} ya no está entre los agentes. Elija otro.</translation>
    </message>
    <message>
        <source>{number} is not among the numbers any more. Choose another.</source>
        <translation>{number} ya no está entre los números. Elija otro.</translation>
    </message>
    <message>
        <source>No agent is called “{name}”. Choose one of the list.</source>
        <translation>Ningún agente se llama «{name}». Elija uno de la lista.</translation>
    </message>
    <message>
        <source>Choose the agent to call with first.</source>
        <translation>Elija primero el agente que llamará.</translation>
    </message>
    <message>
        <source>No number is called “{name}”. Choose one of the list.</source>
        <translation>Ningún número se llama «{name}». Elija uno de la lista.</translation>
    </message>
</context>
<context>
    <name>AudioPlayer</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>As the callee hears it</source>
        <translation>Como se oirá</translation>
    </message>
    <message>
        <source>{size} {kind}, sent as it is</source>
        <translation>{size} {kind}, se envía tal cual</translation>
    </message>
    <message>
        <source>{original} {kind} → {size} {format}</source>
        <translation>{original} {kind} → {size} {format}</translation>
    </message>
    <message>
        <source>levelled</source>
        <translation>nivelado</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>recortado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>This file is silent: the callee will hear nothing.</source>
        <translation>Este archivo está en silencio: quien conteste no oirá nada.</translation>
    </message>
    <message>
        <source>It lasts more than five minutes: few people listen that long.</source>
        <translation>Dura más de cinco minutos: pocos escuchan tanto tiempo.</translation>
    </message>
</context>
<context>
    <name>AudioPreview</name>
    <message>
        <source>The sound output does not answer any more. Start Toque again to hear sounds. The call can be placed all the same.</source>
        <translation>La salida de sonido ya no responde. Reinicie Toque para oír sonidos. La llamada se puede hacer de todos modos.</translation>
    </message>
    <message>
        <source>There is no sound output here. The call can be placed all the same.</source>
        <translation>Aquí no hay salida de sonido. La llamada se puede hacer de todos modos.</translation>
    </message>
    <message>
        <source>The sound cannot be played here. The call can be placed all the same.</source>
        <translation>El sonido no se puede reproducir aquí. La llamada se puede hacer de todos modos.</translation>
    </message>
    <message>
        <source>The original is no longer there or cannot be read. What the callee hears is kept: it can be played and sent.</source>
        <translation>El original ya no está o no se puede leer. Lo que se oirá está guardado: se puede reproducir y enviar.</translation>
    </message>
    <message>
        <source>The original cannot be played here. The call can be placed all the same.</source>
        <translation>El original no se puede reproducir aquí. La llamada se puede hacer de todos modos.</translation>
    </message>
</context>
<context>
    <name>AudioZone</name>
    <message>
        <source>Choose audio file</source>
        <translation>Elegir audio</translation>
    </message>
    <message>
        <source>Recent audio</source>
        <translation>Audios recientes</translation>
    </message>
    <message>
        <source>Use a link</source>
        <translation>Usar un enlace</translation>
    </message>
    <message>
        <source>Audio options</source>
        <translation>Opciones de audio</translation>
    </message>
    <message>
        <source>{name} stays chosen.</source>
        <translation>{name} sigue elegido.</translation>
    </message>
    <message>
        <source>{name} is still being made ready.</source>
        <translation>{name} todavía se está preparando.</translation>
    </message>
    <message>
        <source>Enter the link to the sound first.</source>
        <translation>Escriba primero el enlace al sonido.</translation>
    </message>
    <message>
        <source>Choose the sound to play first.</source>
        <translation>Elija primero el sonido que se oirá.</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} está listo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Ring {seconds} s</source>
        <translation>Timbre {seconds} s</translation>
    </message>
    <message>
        <source>May have been placed</source>
        <translation>Puede haberse hecho</translation>
    </message>
    <message>
        <source>Should be ringing</source>
        <translation>Debería estar timbrando</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Accepted by {provider}</source>
        <translation>Aceptada por {provider}</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Timbrando</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>No hecha</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pedida</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Ringing, by the clock</source>
        <translation>Timbrando, según el reloj</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>End not seen</source>
        <translation>Final no visto</translation>
    </message>
    <message>
        <source>{provider} told us</source>
        <translation>informado por {provider}</translation>
    </message>
    <message>
        <source>by the clock: nobody told us</source>
        <translation>según el reloj: nadie lo informó</translation>
    </message>
    <message>
        <source>done here</source>
        <translation>hecho aquí</translation>
    </message>
    <message>
        <source>Plays when answered: {sound}</source>
        <translation>Suena cuando contesten: {sound}</translation>
    </message>
    <message>
        <source>Audio {length}</source>
        <translation>Audio {length}</translation>
    </message>
    <message>
        <source>Agent {name}</source>
        <translation>Agente {name}</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Callee</source>
        <translation>Quien contestó</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Ring progress</source>
        <translation>Avance del timbre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open account settings</source>
        <translation>Abrir configuración de la cuenta</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>{sent} of {total}</source>
        <translation>{sent} de {total}</translation>
    </message>
    <message>
        <source>waiting for the reply</source>
        <translation>esperando la respuesta</translation>
    </message>
    <message>
        <source>Agent {name}</source>
        <translation>Agente {name}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>faltan {seconds} s</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta {time}</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of a call</source>
        <translation>Detalles de una llamada</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>La llamada</translation>
    </message>
    <message>
        <source>Redial</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled</source>
        <translation>Rellenar el número de nuevo; no se marca nada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Suena</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Call from</source>
        <translation>Llamar desde</translation>
    </message>
    <message>
        <source>Primary number</source>
        <translation>Número principal</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>Grabar la llamada</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>ID de la llamada</translation>
    </message>
    <message>
        <source>What was said can be read here when the call is over.</source>
        <translation>Lo que se diga se podrá leer aquí cuando termine la llamada.</translation>
    </message>
    <message>
        <source>{provider} has told nothing of what was said.</source>
        <translation>{provider} no ha dicho nada de lo que se habló.</translation>
    </message>
</context>
<context>
    <name>CallType</name>
    <message>
        <source>Ring</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
</context>
<context>
    <name>Capabilities</name>
    <message>
        <source>Z-API rings no longer than 15 s.</source>
        <translation>Z-API no suena más de 15 s.</translation>
    </message>
    <message>
        <source>The Z-API account needs its calls feature for this, and the sound a bitrate of 16k.</source>
        <translation>Para esto la cuenta de Z-API necesita la función de llamadas, y el sonido un bitrate de 16k.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy transcript</source>
        <translation>Copiar transcripción</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Buscar en la transcripción</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} de {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>it is larger than 1 MiB</source>
        <translation>supera 1 MiB</translation>
    </message>
    <message>
        <source>its compression is broken</source>
        <translation>su compresión está dañada</translation>
    </message>
    <message>
        <source>The base URL must look like https://host.</source>
        <translation>La URL base debe tener la forma https://servidor.</translation>
    </message>
    <message>
        <source>The base URL must not hold a user, a password, a ? or a #.</source>
        <translation>La URL base no puede contener usuario, contraseña, ? ni #.</translation>
    </message>
    <message>
        <source>The base URL must begin with https://, or the token would be sent in clear.</source>
        <translation>La URL base debe comenzar con https://, o el token se enviaría sin cifrar.</translation>
    </message>
    <message>
        <source>The extra CA file cannot be read, or holds no certificate in PEM form.</source>
        <translation>El archivo de CA adicional no se puede leer o no contiene un certificado en formato PEM.</translation>
    </message>
    <message>
        <source>The token holds a space or a sign that no token has. Copy it again.</source>
        <translation>El token contiene un espacio o un signo que ningún token tiene. Cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The server did not take the connection in time.</source>
        <translation>El servidor no aceptó la conexión a tiempo.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If your office inspects connections, give its CA file.</source>
        <translation>Su certificado no es de confianza. Si su oficina inspecciona las conexiones, indique su archivo de CA.</translation>
    </message>
    <message>
        <source>It does not speak https as expected.</source>
        <translation>No habla https como se esperaba.</translation>
    </message>
    <message>
        <source>Its name could not be found.</source>
        <translation>No se encontró su nombre.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>La conexión fue rechazada.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>El proxy rechazó la conexión.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting cannot be used.</source>
        <translation>La configuración de proxy de este equipo no se puede usar.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>No se pudo conectar.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Dele un nombre a la cuenta.</translation>
    </message>
    <message>
        <source>Another account has this name. Choose a different one.</source>
        <translation>Otra cuenta tiene este nombre. Elija uno diferente.</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>Elija un proveedor.</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>Este campo es necesario.</translation>
    </message>
    <message>
        <source>The settings could not be read. {why}</source>
        <translation>No se pudo leer la configuración. {why}</translation>
    </message>
    <message>
        <source>The settings are damaged. {why}</source>
        <translation>La configuración está dañada. {why}</translation>
    </message>
    <message>
        <source>Another Toque holds the settings in {folder}. Close it first.</source>
        <translation>Otro Toque está usando la configuración en {folder}. Ciérrelo primero.</translation>
    </message>
    <message>
        <source>There is a character in the settings that is none. Remove it.</source>
        <translation>Hay en la configuración un carácter no válido. Quítelo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not work. Check that gnome-keyring or KWallet is running (logging in again starts it), and try again.</source>
        <translation>El llavero del sistema no funciona. Compruebe que gnome-keyring o KWallet esté en ejecución (volver a iniciar la sesión lo arranca) e intente de nuevo.</translation>
    </message>
    <message>
        <source>The macOS Keychain cannot be used. Open Keychain Access, unlock the login keychain, and try again.</source>
        <translation>No se puede usar el llavero de macOS. Abra Acceso a Llaveros, desbloquee el llavero de inicio de sesión e intente de nuevo.</translation>
    </message>
    <message>
        <source>Windows&apos;s credential store cannot be used. Check that the service Credential Manager is running, and try again.</source>
        <translation>No se puede usar el almacén de credenciales de Windows. Compruebe que el servicio Administrador de credenciales esté en ejecución e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is no keyring to keep tokens in. Install gnome-keyring or KWallet, log out and in again, and start Toque again.</source>
        <translation>No hay un llavero donde guardar tokens. Instale gnome-keyring o KWallet, cierre la sesión, vuelva a iniciarla y abra Toque de nuevo.</translation>
    </message>
    <message>
        <source>The keyring is switched off for Python programs. Remove PYTHON_KEYRING_BACKEND from the environment, or default-keyring from keyringrc.cfg, and start Toque again.</source>
        <translation>El llavero está apagado para los programas Python. Quite PYTHON_KEYRING_BACKEND del entorno, o default-keyring de keyringrc.cfg, y abra Toque de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it and try again.</source>
        <translation>El llavero del sistema está bloqueado. Desbloquéelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring accepted the token but does not give it back. Check the keyring and try again.</source>
        <translation>El llavero del sistema aceptó el token, pero no lo devuelve. Revise el llavero e intente de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer within {seconds} s. Unlock it and try again.</source>
        <translation>El llavero del sistema no respondió en {seconds} s. Desbloquéelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The token is too long for Windows&apos;s credential store ({length} of at most {longest} characters).</source>
        <translation>El token es demasiado largo para el almacén de credenciales de Windows ({length} de {longest} caracteres como máximo).</translation>
    </message>
    <message>
        <source>Toque is closing.</source>
        <translation>Toque se está cerrando.</translation>
    </message>
    <message>
        <source>Another Toque is opening the history in {folder}. Close it and try again.</source>
        <translation>Otro Toque está abriendo el historial en {folder}. Ciérrelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>Another program is holding {file}. Close it and try again.</source>
        <translation>Otro programa tiene ocupado {file}. Ciérrelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The disk with {folder} failed ({error}). Check the disk and try again.</source>
        <translation>El disco con {folder} falló ({error}). Revise el disco e intente de nuevo.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({error}). Check the folder and its disk.</source>
        <translation>No se puede usar {folder} ({error}). Revise la carpeta y su disco.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again.</source>
        <translation>El disco con {folder} está lleno. Libere espacio e intente de nuevo.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to. Check its permissions, or choose another profile folder.</source>
        <translation>No se puede escribir en {folder}. Revise sus permisos o elija otra carpeta de perfil.</translation>
    </message>
    <message>
        <source>The disk with {folder} did not answer within {seconds} s. Check it and try again.</source>
        <translation>El disco con {folder} no respondió en {seconds} s. Revíselo e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is no sound to play.</source>
        <translation>No hay ningún sonido que reproducir.</translation>
    </message>
    <message>
        <source>it names no call</source>
        <translation>no indica ninguna llamada</translation>
    </message>
    <message>
        <source>the recording is no sound</source>
        <translation>la grabación no es un sonido</translation>
    </message>
    <message>
        <source>test key: no real calls</source>
        <translation>clave de prueba: sin llamadas reales</translation>
    </message>
    <message>
        <source>live key: real calls</source>
        <translation>clave de producción: llamadas reales</translation>
    </message>
    <message>
        <source>it gives no reason</source>
        <translation>sin decir el motivo</translation>
    </message>
    <message>
        <source>it is not the JSON that is documented</source>
        <translation>no es el JSON documentado</translation>
    </message>
    <message>
        <source>an undocumented HTTP {status}</source>
        <translation>un HTTP {status} no documentado</translation>
    </message>
    <message>
        <source>{name} is not a sound file. Choose one, such as an MP3, M4A or WAV.</source>
        <translation>{name} no es un archivo de sonido. Elija uno, como MP3, M4A o WAV.</translation>
    </message>
    <message>
        <source>{name} has pictures but no sound. Choose a file with sound.</source>
        <translation>{name} tiene imágenes, pero no sonido. Elija un archivo con sonido.</translation>
    </message>
    <message>
        <source>{name} is protected against copying and cannot be played in a call. Choose one that is not.</source>
        <translation>{name} está protegido contra copia y no se puede oír en una llamada. Elija uno que no lo esté.</translation>
    </message>
    <message>
        <source>The sound in {name} cannot be decoded. Save it as MP3 or WAV, and choose that.</source>
        <translation>El sonido de {name} no se puede descodificar. Guárdelo como MP3 o WAV y elija ese.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of it can be played. Choose a copy that is whole.</source>
        <translation>{name} está dañado: no se puede reproducir nada. Elija una copia entera.</translation>
    </message>
    <message>
        <source>{name} breaks off at {played} of {length}. Choose a copy that is whole.</source>
        <translation>{name} se corta en {played} de {length}. Elija una copia entera.</translation>
    </message>
    <message>
        <source>{name} breaks off at {played}, in the middle of a part. Choose a copy that is whole.</source>
        <translation>{name} se corta en {played}, en medio de una parte. Elija una copia entera.</translation>
    </message>
    <message>
        <source>{name} is damaged: only {played} of {length} can be played. Choose a copy that is whole.</source>
        <translation>{name} está dañado: solo se pueden reproducir {played} de {length}. Elija una copia entera.</translation>
    </message>
    <message>
        <source>{name} lasts {length}. No more than {longest} can be played in a call: shorten it.</source>
        <translation>{name} dura {length}. En una llamada se pueden oír como máximo {longest}: acórtelo.</translation>
    </message>
    <message>
        <source>{name} lasts more than {longest}, the longest for a call: shorten it.</source>
        <translation>{name} dura más de {longest}, el máximo para una llamada: acórtelo.</translation>
    </message>
    <message>
        <source>{name} would be {size} MB when sent, and {largest} MB is the most. Choose a shorter one.</source>
        <translation>{name} ocuparía {size} MB al enviarse, y el máximo son {largest} MB. Elija uno más corto.</translation>
    </message>
    <message>
        <source>{name} is not there. Choose the file again.</source>
        <translation>{name} no está ahí. Elija el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{name} is a link to a file that is not there. Choose the file itself.</source>
        <translation>{name} es un enlace a un archivo que no existe. Elija el propio archivo.</translation>
    </message>
    <message>
        <source>{name} is a shortcut. Choose the file itself.</source>
        <translation>{name} es un acceso directo. Elija el propio archivo.</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose a file in it.</source>
        <translation>{name} es una carpeta. Elija un archivo de ella.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file. Choose a sound file.</source>
        <translation>{name} no es un archivo corriente. Elija un archivo de sonido.</translation>
    </message>
    <message>
        <source>You are not allowed to read {name}. Change its permissions, or choose another file.</source>
        <translation>No tiene permiso para leer {name}. Cambie los permisos o elija otro archivo.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({error}). Check its disk, or choose another file.</source>
        <translation>{name} no se puede leer ({error}). Revise el disco o elija otro archivo.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a file with sound in it.</source>
        <translation>{name} está vacío. Elija un archivo que tenga sonido.</translation>
    </message>
    <message>
        <source>{name} changed while it was being read. Choose it again when it is finished.</source>
        <translation>{name} cambió mientras se leía. Elíjalo de nuevo cuando esté terminado.</translation>
    </message>
    <message>
        <source>The link must look like https://host/file.mp3.</source>
        <translation>El enlace debe ser como https://host/archivo.mp3.</translation>
    </message>
    <message>
        <source>The link holds a user or a password, which the provider would see. Use one without.</source>
        <translation>El enlace contiene un usuario o una contraseña, que el proveedor vería. Use uno que no los tenga.</translation>
    </message>
    <message>
        <source>The link does not answer. {why}</source>
        <translation>El enlace no responde. {why}</translation>
    </message>
    <message>
        <source>The link answers with HTTP {status}: the provider will not get the sound from it either.</source>
        <translation>El enlace responde con HTTP {status}: el proveedor tampoco obtendrá el sonido de él.</translation>
    </message>
    <message>
        <source>A call plays one file: {name} was taken, the others were not.</source>
        <translation>Una llamada reproduce un solo archivo: se tomó {name}, los demás no.</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}. Choose the sound again.</source>
        <translation>{name} ya no está en {folder}. Elija el sonido de nuevo.</translation>
    </message>
    <message>
        <source>The content of {name} has changed since that call. Choose it again if that is meant.</source>
        <translation>El contenido de {name} cambió desde aquella llamada. Elíjalo de nuevo si es lo que quiere.</translation>
    </message>
    <message>
        <source>{name} has changed since that call: it lasted {before} and lasts {now} now. Choose it again if that is meant.</source>
        <translation>{name} cambió desde aquella llamada: duraba {before} y ahora dura {now}. Elíjalo de nuevo si es lo que quiere.</translation>
    </message>
    <message>
        <source>{name} has changed since it was chosen, so it stays as it was. Choose it again to have it new.</source>
        <translation>{name} cambió desde que se eligió, así que se queda como estaba. Elíjalo de nuevo para usar el nuevo.</translation>
    </message>
    <message>
        <source>What followed the ? in the link is not kept in history. Paste the whole link again.</source>
        <translation>Lo que seguía al ? en el enlace no se guarda en el historial. Pegue de nuevo el enlace entero.</translation>
    </message>
    <message>
        <source>Toque made a mistake with this link. The log says more.</source>
        <translation>Toque cometió un error con este enlace. El registro dice más.</translation>
    </message>
    <message>
        <source>Calls through this account play a sound from a link only. Give its link.</source>
        <translation>Las llamadas por esta cuenta solo reproducen sonido de un enlace. Indique el enlace.</translation>
    </message>
    <message>
        <source>Calls through this account play files only. Choose a file.</source>
        <translation>Las llamadas por esta cuenta solo reproducen archivos. Elija un archivo.</translation>
    </message>
    <message>
        <source>Calls through this account cannot play a sound. Choose another account.</source>
        <translation>Las llamadas por esta cuenta no pueden reproducir un sonido. Elija otra cuenta.</translation>
    </message>
    <message>
        <source>Toque made a mistake with this file. The log says more.</source>
        <translation>Toque cometió un error con este archivo. El registro dice más.</translation>
    </message>
    <message>
        <source>it names no https address</source>
        <translation>no indica ninguna dirección https</translation>
    </message>
    <message>
        <source>it is larger than 100 MiB</source>
        <translation>ocupa más de 100 MiB</translation>
    </message>
    <message>
        <source>It places no calls of this kind.</source>
        <translation>No hace llamadas de este tipo.</translation>
    </message>
    <message>
        <source>There is no sound that it could play.</source>
        <translation>No hay ningún sonido que pueda reproducir.</translation>
    </message>
    <message>
        <source>There is no agent to call with.</source>
        <translation>No hay ningún agente que llame.</translation>
    </message>
    <message>
        <source>The time must be from {shortest} to {longest} seconds.</source>
        <translation>El tiempo debe ser de {shortest} a {longest} segundos.</translation>
    </message>
    <message>
        <source>phone offline</source>
        <translation>teléfono desconectado</translation>
    </message>
    <message>
        <source>There is no link to a sound.</source>
        <translation>No hay ningún enlace a un sonido.</translation>
    </message>
    <message>
        <source>it names a call and an error</source>
        <translation>indica una llamada y un error</translation>
    </message>
</context>
<context>
    <name>DialPad</name>
    <message>
        <source>Dial pad</source>
        <translation>Teclado de marcación</translation>
    </message>
</context>
<context>
    <name>Dialler</name>
    <message>
        <source>Enter to call · Esc to clear</source>
        <translation>Enter para llamar · Esc para borrar</translation>
    </message>
    <message>
        <source>Calls through this account cannot play a sound. Choose another account.</source>
        <translation>Las llamadas por esta cuenta no pueden reproducir un sonido. Elija otra cuenta.</translation>
    </message>
    <message>
        <source>Calls through this account have no agents. Choose another account.</source>
        <translation>Las llamadas por esta cuenta no tienen agentes. Elija otra cuenta.</translation>
    </message>
    <message>
        <source>Too many requests: wait {seconds} s</source>
        <translation>Demasiadas solicitudes: espere {seconds} s</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Timbrar</translation>
    </message>
    <message>
        <source>Ring {number} for {seconds} s</source>
        <translation>Timbrar a {number} por {seconds} s</translation>
    </message>
    <message>
        <source>Call and play a sound</source>
        <translation>Llamar y reproducir un sonido</translation>
    </message>
    <message>
        <source>Call {number} and play {length}</source>
        <translation>Llamar al {number} y reproducir {length}</translation>
    </message>
    <message>
        <source>Call {number} and play the link</source>
        <translation>Llamar al {number} y reproducir el enlace</translation>
    </message>
    <message>
        <source>Have an agent call</source>
        <translation>Hacer que llame un agente</translation>
    </message>
    <message>
        <source>the agent</source>
        <translation>el agente</translation>
    </message>
    <message>
        <source>Have {agent} call {number}</source>
        <translation>Hacer que {agent} llame al {number}</translation>
    </message>
</context>
<context>
    <name>FieldEdit</name>
    <message>
        <source>Kept in the keyring; type to replace it</source>
        <translation>Guardado en el llavero; escriba para reemplazarlo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Show {field}</source>
        <translation>Mostrar {field}</translation>
    </message>
    <message>
        <source>Remove {field}</source>
        <translation>Quitar {field}</translation>
    </message>
    <message>
        <source>Removed when you save</source>
        <translation>Se quita al guardar</translation>
    </message>
    <message>
        <source>Stays as it is; type to replace it</source>
        <translation>Queda como está; escriba para sustituirlo</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Redial</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Drop an audio file here</source>
        <translation>Suelte aquí un archivo de audio</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectada</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocida</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>Link to the sound</source>
        <translation>Enlace al sonido</translation>
    </message>
    <message>
        <source>The provider fetches it, so it must be public.</source>
        <translation>El proveedor lo descarga, así que debe ser público.</translation>
    </message>
    <message>
        <source>an unknown kind</source>
        <translation>tipo desconocido</translation>
    </message>
    <message>
        <source>It answers: {kind}</source>
        <translation>Responde: {kind}</translation>
    </message>
    <message>
        <source>It answers, but not with a sound: {kind}</source>
        <translation>Responde, pero no con un sonido: {kind}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toque – practice</source>
        <translation>Toque – práctica</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
</context>
<context>
    <name>MetadataRows</name>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>Goes along with the call, key by key.</source>
        <translation>Va con la llamada, clave por clave.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add metadata</source>
        <translation>Añadir metadato</translation>
    </message>
    <message>
        <source>Metadata key {number}</source>
        <translation>Clave de metadato {number}</translation>
    </message>
    <message>
        <source>Metadata value {number}</source>
        <translation>Valor de metadato {number}</translation>
    </message>
    <message>
        <source>Remove metadata {number}</source>
        <translation>Quitar metadato {number}</translation>
    </message>
    <message>
        <source>“{key}” is there twice: the last one counts.</source>
        <translation>«{key}» está dos veces: cuenta la última.</translation>
    </message>
    <message>
        <source>A value without a key is left out.</source>
        <translation>Un valor sin clave se omite.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Enter a number.</source>
        <translation>Escriba un número.</translation>
    </message>
    <message>
        <source>There is a letter in the number (“{found}”). Remove it.</source>
        <translation>Hay una letra en el número (“{found}”). Quítela.</translation>
    </message>
    <message>
        <source>“{found}” cannot be part of a number. Remove it.</source>
        <translation>“{found}” no puede ser parte de un número. Quítelo.</translation>
    </message>
    <message>
        <source>This is a WhatsApp group. Only one person can be called.</source>
        <translation>Esto es un grupo de WhatsApp. Solo se puede llamar a una persona.</translation>
    </message>
    <message>
        <source>The number is too short. Digits are missing.</source>
        <translation>El número es demasiado corto. Faltan dígitos.</translation>
    </message>
    <message>
        <source>The number is too long. Check for extra digits.</source>
        <translation>El número es demasiado largo. Revise si sobran dígitos.</translation>
    </message>
    <message>
        <source>The number is too short. The area code is missing.</source>
        <translation>El número es demasiado corto. Falta el código de área.</translation>
    </message>
    <message>
        <source>Begin with + and the country code, or choose a default country in the settings.</source>
        <translation>Comience con + y el código de país, o elija un país predeterminado en la configuración.</translation>
    </message>
    <message>
        <source>No country has numbers that begin with {found}.</source>
        <translation>Ningún país tiene números que comiencen con {found}.</translation>
    </message>
</context>
<context>
    <name>NumberExplanation</name>
    <message>
        <source>International</source>
        <translation>Internacional</translation>
    </message>
    <message>
        <source>no such numbers are known there, check the digits</source>
        <translation>allí no se conocen números así, revise los dígitos</translation>
    </message>
    <message>
        <source>Read as {number}</source>
        <translation>Leído como {number}</translation>
    </message>
    <message>
        <source>Begin with + and the country code.</source>
        <translation>Comience con + y el código de país.</translation>
    </message>
    <message>
        <source>A number without + is read as one of {country}.</source>
        <translation>Un número sin + se lee como número de este país: {country}.</translation>
    </message>
    <message>
        <source>More digits to come.</source>
        <translation>Faltan dígitos.</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>celular</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>fijo</translation>
    </message>
    <message>
        <source>landline or mobile</source>
        <translation>fijo o celular</translation>
    </message>
    <message>
        <source>special number</source>
        <translation>número especial</translation>
    </message>
    <message>
        <source>{time} there</source>
        <translation>{time} allí</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Clear number</source>
        <translation>Borrar número</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
</context>
<context>
    <name>OptionsMenu</name>
    <message>
        <source>Level the volume</source>
        <translation>Nivelar el volumen</translation>
    </message>
    <message>
        <source>Trim silence at both ends</source>
        <translation>Recortar el silencio de los extremos</translation>
    </message>
    <message>
        <source>Check that a link answers</source>
        <translation>Comprobar que el enlace responde</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Quitar el archivo</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Answered after 2 s, then talks for 5 s</source>
        <translation>Contestada a los 2 s, la conversación dura 5 s</translation>
    </message>
    <message>
        <source>Declined after 2 s</source>
        <translation>Rechazada a los 2 s</translation>
    </message>
    <message>
        <source>Rings and is not answered</source>
        <translation>Timbra y nadie contesta</translation>
    </message>
    <message>
        <source>Busy (Ringyo)</source>
        <translation>Ocupado (Ringyo)</translation>
    </message>
    <message>
        <source>The server fails and says why</source>
        <translation>El servidor falla y dice por qué</translation>
    </message>
    <message>
        <source>The connection breaks after the request was read</source>
        <translation>La conexión se corta después de leída la solicitud</translation>
    </message>
    <message>
        <source>The token is rate limited for 5 s</source>
        <translation>El token queda limitado por 5 s</translation>
    </message>
    <message>
        <source>The token is refused</source>
        <translation>El token es rechazado</translation>
    </message>
    <message>
        <source>The reply comes after 20 s, then it rings and is not answered</source>
        <translation>La respuesta llega a los 20 s, luego timbra y nadie contesta</translation>
    </message>
    <message>
        <source>Has no WhatsApp (Z-API)</source>
        <translation>No tiene WhatsApp (Z-API)</translation>
    </message>
    <message>
        <source>Rings, and nobody answers</source>
        <translation>Timbra y nadie contesta</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice mode: no real phone rings. Numbers ending 0001 answer, 0002 decline, 0003 ring out.</source>
        <translation>Modo de práctica: ningún teléfono real timbra. El final 0001 contesta, 0002 rechaza, 0003 solo timbra.</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>cualquier otro</translation>
    </message>
</context>
<context>
    <name>PreparingView</name>
    <message>
        <source>Making the sound ready</source>
        <translation>Preparación del sonido</translation>
    </message>
    <message>
        <source>Making it ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <source>There is no account to call through yet.</source>
        <translation>Todavía no hay cuenta con la cual llamar.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Agregar cuenta</translation>
    </message>
    <message>
        <source>Call anyway</source>
        <translation>Llamar de todos modos</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>{number} seems to have no WhatsApp. Call anyway?</source>
        <translation>Parece que {number} no tiene WhatsApp. ¿Llamar de todos modos?</translation>
    </message>
    <message>
        <source>{number} seems to have no WhatsApp.</source>
        <translation>Parece que {number} no tiene WhatsApp.</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>hace {seconds} s</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>{number} was called {when}, and it is not known what became of it. Call again?</source>
        <translation>Llamada anterior a {number}: {when}, y no se sabe qué pasó con ella. ¿Llamar de nuevo?</translation>
    </message>
    <message>
        <source>{number} was called {when} ({state}). Call again?</source>
        <translation>Llamada anterior a {number}: {when} ({state}). ¿Llamar de nuevo?</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>{provider} refused the token: it is wrong or was revoked. Check it in the account settings.</source>
        <translation>{provider} rechazó el token: es incorrecto o fue revocado. Revíselo en la configuración de la cuenta.</translation>
    </message>
    <message>
        <source>{provider} does not know this instance, or it is not this token&apos;s. Check the account settings.</source>
        <translation>{provider} no conoce esta instancia, o no es de este token. Revise la configuración de la cuenta.</translation>
    </message>
    <message>
        <source>The account&apos;s settings cannot be used. {detail}</source>
        <translation>La configuración de la cuenta no se puede usar. {detail}</translation>
    </message>
    <message>
        <source>{provider} refused the request: {detail}</source>
        <translation>{provider} rechazó la solicitud: {detail}</translation>
    </message>
    <message>
        <source>The account has not enough credit: {detail}</source>
        <translation>La cuenta no tiene crédito suficiente: {detail}</translation>
    </message>
    <message>
        <source>Too many requests with this token: nothing is sent until the limit is lifted.</source>
        <translation>Demasiadas solicitudes con este token: no se envía nada hasta que se levante el límite.</translation>
    </message>
    <message>
        <source>{provider} could not be reached, so nothing was sent. Check the network and the account&apos;s base URL. {detail}</source>
        <translation>No se pudo llegar a {provider}, por eso no se envió nada. Revise la red y la URL base de la cuenta. {detail}</translation>
    </message>
    <message>
        <source>The connection broke before all of it was sent, so no call was placed. Check the network and try again.</source>
        <translation>La conexión se cortó antes de enviarlo todo, así que no se hizo ninguna llamada. Revise la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The server takes no sound as large as this. Choose a shorter one, or give a link.</source>
        <translation>El servidor no acepta un sonido tan grande. Elija uno más corto o indique un enlace.</translation>
    </message>
    <message>
        <source>{provider} did not answer. Check the network, or try again in a while.</source>
        <translation>{provider} no respondió. Revise la red o inténtelo de nuevo en un rato.</translation>
    </message>
    <message>
        <source>{provider} answered what could not be understood: {detail}. Check the account&apos;s base URL.</source>
        <translation>{provider} respondió algo que no se pudo entender: {detail}. Revise la URL base de la cuenta.</translation>
    </message>
    <message>
        <source>The account is no longer there. Choose another.</source>
        <translation>La cuenta ya no existe. Elija otra.</translation>
    </message>
    <message>
        <source>The account has no token. Enter it in the account settings.</source>
        <translation>La cuenta no tiene token. Ingréselo en la configuración de la cuenta.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer, so nothing was sent. Unlock it and try again.</source>
        <translation>El llavero del sistema no respondió, por eso no se envió nada. Desbloquéelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used, so nothing was sent. {detail}</source>
        <translation>El llavero del sistema no se puede usar, por eso no se envió nada. {detail}</translation>
    </message>
    <message>
        <source>The call could not be written to history, so it was not sent. {detail}</source>
        <translation>La llamada no se pudo escribir en el historial, por eso no se envió. {detail}</translation>
    </message>
    <message>
        <source>{provider} asks for the account security token as well: enter the Client-Token in the account settings.</source>
        <translation>{provider} pide también el token de seguridad de la cuenta: escriba el Client-Token en los ajustes de la cuenta.</translation>
    </message>
    <message>
        <source>{provider} does not know this agent any more. Choose another.</source>
        <translation>{provider} ya no conoce este agente. Elija otro.</translation>
    </message>
    <message>
        <source>{provider} cannot call this number. Check it. {detail}</source>
        <translation>{provider} no puede llamar a este número. Compruébelo. {detail}</translation>
    </message>
    <message>
        <source>{provider} does not call from this number of yours. Choose another. {detail}</source>
        <translation>{provider} no llama desde este número suyo. Elija otro. {detail}</translation>
    </message>
    <message>
        <source>{provider} carries no more calls of this account at the same time. Wait until one is over. {detail}</source>
        <translation>{provider} no admite más llamadas simultáneas de esta cuenta. Espere a que termine una. {detail}</translation>
    </message>
    <message>
        <source>{provider} cannot do this, so nothing was sent. {detail}</source>
        <translation>{provider} no puede hacer esto, así que no se envió nada. {detail}</translation>
    </message>
    <message>
        <source>{provider} has no recording of this call.</source>
        <translation>{provider} no tiene grabación de esta llamada.</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Cancelada antes de enviarse.</translation>
    </message>
    <message>
        <source>Toque was closed before it was sent.</source>
        <translation>Toque se cerró antes de enviarla.</translation>
    </message>
    <message>
        <source>Toque made a mistake and nothing was sent. The log says more.</source>
        <translation>Toque cometió un error y no se envió nada. El registro dice más.</translation>
    </message>
    <message>
        <source>{provider} says that it failed: {detail}</source>
        <translation>{provider} dice que falló: {detail}</translation>
    </message>
    <message>
        <source>{provider} says that the call failed.</source>
        <translation>{provider} dice que la llamada falló.</translation>
    </message>
    <message>
        <source>The connection broke before the reply. Check before calling again.</source>
        <translation>La conexión se cortó antes de la respuesta. Verifique antes de volver a llamar.</translation>
    </message>
    <message>
        <source>No reply came within {detail} s. Check before calling again.</source>
        <translation>No llegó respuesta en {detail} s. Verifique antes de volver a llamar.</translation>
    </message>
    <message>
        <source>{provider} sent a reply that could not be understood: {detail}. Check before calling again.</source>
        <translation>{provider} envió una respuesta que no se pudo entender: {detail}. Verifique antes de volver a llamar.</translation>
    </message>
    <message>
        <source>Toque was closed before the reply came. Check before calling again.</source>
        <translation>Toque se cerró antes de que llegara la respuesta. Verifique antes de volver a llamar.</translation>
    </message>
    <message>
        <source>Toque stopped following it, so it is not known whether it was answered.</source>
        <translation>Toque dejó de seguirla, por eso no se sabe si fue contestada.</translation>
    </message>
    <message>
        <source>Ring time over: this provider does not say whether it was answered</source>
        <translation>Tiempo de timbre terminado: este proveedor no dice si fue contestada</translation>
    </message>
    <message>
        <source>It is over, but live status was interrupted: it may have been answered meanwhile.</source>
        <translation>Terminó, pero el estado en vivo se interrumpió: puede haber sido contestada entretanto.</translation>
    </message>
    <message>
        <source>{provider} has not said whether it was answered, and what became of it.</source>
        <translation>{provider} no ha dicho si contestaron ni qué fue de ella.</translation>
    </message>
    <message>
        <source>{provider} does not tell any more what became of it: {detail}</source>
        <translation>{provider} ya no dice qué fue de ella: {detail}</translation>
    </message>
    <message>
        <source>{provider} does not know this call any more.</source>
        <translation>{provider} ya no conoce esta llamada.</translation>
    </message>
    <message>
        <source>It was answered; its end was not seen.</source>
        <translation>Fue contestada; no se vio su final.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Recent audio</source>
        <translation>Audios recientes</translation>
    </message>
    <message>
        <source>No longer there: {path}</source>
        <translation>Ya no está: {path}</translation>
    </message>
    <message>
        <source>No file was chosen yet</source>
        <translation>Todavía no se eligió ningún archivo</translation>
    </message>
</context>
<context>
    <name>RecordingBox</name>
    <message>
        <source>Play recording</source>
        <translation>Reproducir la grabación</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Posición en la grabación</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>Guardar grabación</translation>
    </message>
    <message>
        <source>Fetching the recording from {provider}…</source>
        <translation>Descargando la grabación de {provider}…</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer. Unlock it and try again.</source>
        <translation>El llavero del sistema no respondió. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Toque made a mistake. The log says more.</source>
        <translation>Toque cometió un error. El registro dice más.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The recording cannot be heard here. Save it, and open it with another program.</source>
        <translation>La grabación no se puede oír aquí. Guárdela y ábrala con otro programa.</translation>
    </message>
    <message>
        <source>The recording could not be saved as {path}: {problem}. Choose another folder.</source>
        <translation>La grabación no se pudo guardar como {path}: {problem}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardada como {path}</translation>
    </message>
</context>
<context>
    <name>RingDuration</name>
    <message>
        <source>Ring for</source>
        <translation>Timbrar por</translation>
    </message>
</context>
<context>
    <name>SecondsBox</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>SecondsEntry</name>
    <message>
        <source>{shortest}–{longest} s</source>
        <translation>{shortest}–{longest} s</translation>
    </message>
    <message>
        <source>At least {shortest} s</source>
        <translation>Como mínimo {shortest} s</translation>
    </message>
    <message>
        <source>At most {longest} s</source>
        <translation>Como máximo {longest} s</translation>
    </message>
    <message>
        <source>At most {longest} s: {why}</source>
        <translation>Como máximo {longest} s: {why}</translation>
    </message>
    <message>
        <source>Enter whole seconds from {shortest} to {longest}</source>
        <translation>Escriba segundos enteros de {shortest} a {longest}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Practice mode has accounts of its own, so that no real phone can ring. Add accounts in Toque&apos;s ordinary window.</source>
        <translation>El modo práctica tiene cuentas propias, para que ningún teléfono real suene. Añada cuentas en la ventana normal de Toque.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>To place calls, Toque needs an account at a call provider.</source>
        <translation>Para hacer llamadas, Toque necesita una cuenta en un proveedor de llamadas.</translation>
    </message>
    <message>
        <source>Its token stays in this computer&apos;s keyring. Or look around first: in practice mode no real phone rings.</source>
        <translation>Su token queda en el llavero de este equipo. O conozca Toque primero: en el modo de práctica ningún teléfono real timbra.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Agregar una cuenta</translation>
    </message>
    <message>
        <source>Try it in practice mode</source>
        <translation>Probarlo en el modo de práctica</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Add account</source>
        <translation>Agregar cuenta</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>{remaining} of {limit} requests left this minute</source>
        <translation>quedan {remaining} de {limit} solicitudes en este minuto</translation>
    </message>
    <message>
        <source>live status on</source>
        <translation>estado en vivo encendido</translation>
    </message>
    <message>
        <source>live status connecting</source>
        <translation>estado en vivo conectando</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Seconds. Space plays and stops, the arrow keys move.</source>
        <translation>Segundos. Espacio reproduce y detiene, las flechas mueven.</translation>
    </message>
</context>
<context>
    <name>WindowProgram</name>
    <message>
        <source>The settings were damaged. They are kept as {name}, and new ones begun.</source>
        <translation>La configuración estaba dañada. Queda guardada como {name}, y se comenzó una nueva.</translation>
    </message>
    <message>
        <source>Practice {provider}</source>
        <translation>Práctica {provider}</translation>
    </message>
    <message>
        <source>The history was damaged. It is kept as {name}, and a new one begun.</source>
        <translation>El historial estaba dañado. Queda guardado como {name}, y se comenzó uno nuevo.</translation>
    </message>
    <message>
        <source>The history is of a newer version of Toque. It is kept as {name}, and a new one begun.</source>
        <translation>El historial es de una versión más nueva de Toque. Queda guardado como {name}, y se comenzó uno nuevo.</translation>
    </message>
</context>
<context>
    <name>_DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Versions, kinds of account and the last errors: no tokens, no whole numbers.</source>
        <translation>Versiones, tipos de cuenta y los últimos errores: ningún token, ningún número completo.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>_GeneralPage</name>
    <message>
        <source>Default country</source>
        <translation>País predeterminado</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>As the system: {country}</source>
        <translation>Como el sistema: {country}</translation>
    </message>
    <message>
        <source>As the system: {language}</source>
        <translation>Como el sistema: {language}</translation>
    </message>
    <message>
        <source>Numbers typed without + and a country code are read as numbers of this country.</source>
        <translation>Los números escritos sin + y código de país se leen como números de este país.</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Se aplica la próxima vez que se abra Toque.</translation>
    </message>
</context>
</TS>
