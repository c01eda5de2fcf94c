<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Help (F1)</source>
        <translation>Ayuda (F1)</translation>
    </message>
    <message>
        <source>Third-party licences</source>
        <translation>Licencias de terceros</translation>
    </message>
    <message>
        <source>Toque {version}</source>
        <translation>Toque {version}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence: use it, change it, pass it on.</source>
        <translation>Software libre bajo la licencia MIT: úselo, modifíquelo, compártalo.</translation>
    </message>
</context>
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
    <name>AccountSelector</name>
    <message>
        <source>set by your administrator</source>
        <translation>definida por su administrador</translation>
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
        <source>Set by your administrator</source>
        <translation>Definido por su administrador</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>Introducir el token</translation>
    </message>
    <message>
        <source>Your administrator has set up this account in {path}. You enter its token; only the administrator can change or remove the rest.</source>
        <translation>Su administrador ha configurado esta cuenta en {path}. Usted introduce el token; solo el administrador puede cambiar o quitar lo demás.</translation>
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
    <name>ActionRow</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More that can be done with this call</source>
        <translation>Más que se puede hacer con esta llamada</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled (Enter)</source>
        <translation>Rellenar el número de nuevo; no se marca nada (Enter)</translation>
    </message>
    <message>
        <source>All that is known of this call (Alt+Enter)</source>
        <translation>Todo lo que se sabe de esta llamada (Alt+Enter)</translation>
    </message>
    <message>
        <source>Write down what was said, and how it went (Ctrl+N)</source>
        <translation>Anotar lo que se dijo y cómo fue (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Live calls</source>
        <translation>Llamadas en curso</translation>
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
    <name>Around</name>
    <message>
        <source>Toque is still here, in the tray. Quit is in the menu of its icon.</source>
        <translation>Toque sigue aquí, en la bandeja. Salir está en el menú de su icono.</translation>
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
    <name>CallActions</name>
    <message>
        <source>Redial</source>
        <translation>Volver a marcar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Call the other form</source>
        <translation>Llamar a la otra forma</translation>
    </message>
    <message>
        <source>All calls with this person</source>
        <translation>Todas las llamadas con esta persona</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Añadir a contactos</translation>
    </message>
    <message>
        <source>Add to do-not-call list</source>
        <translation>Añadir a la lista de no llamar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Call the other form: {number}</source>
        <translation>Llamar a la otra forma: {number}</translation>
    </message>
    <message>
        <source>The same person, written otherwise; nothing is dialled</source>
        <translation>La misma persona, con el número escrito de otro modo; no se marca nada</translation>
    </message>
    <message>
        <source>Show the contact</source>
        <translation>Mostrar el contacto</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>Número copiado</translation>
    </message>
    <message>
        <source>Call copied as text</source>
        <translation>Llamada copiada como texto</translation>
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
        <source>Guard</source>
        <translation>Protección</translation>
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
    <name>CallText</name>
    <message>
        <source>Duration: {duration}</source>
        <translation>Duración: {duration}</translation>
    </message>
    <message>
        <source>Call ID: {id}</source>
        <translation>ID de la llamada: {id}</translation>
    </message>
    <message>
        <source>Outcome noted: {tag}</source>
        <translation>Resultado anotado: {tag}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Nota: {note}</translation>
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
    <name>ClipboardWatch</name>
    <message>
        <source>Number copied: {number}</source>
        <translation>Número copiado: {number}</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <source>{count} numbers copied</source>
        <translation>{count} números copiados</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Elegir uno</translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Columna {number}</translation>
    </message>
</context>
<context>
    <name>ContactButton</name>
    <message>
        <source>Show the contact {name}</source>
        <translation>Mostrar el contacto {name}</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Añadir a contactos</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Favourite: a key of the speed dial</source>
        <translation>Favorito: una tecla de la marcación rápida</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Dele un nombre.</translation>
    </message>
</context>
<context>
    <name>ContactNumbers</name>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Añadir un número</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Fill in number</source>
        <translation>Rellenar número</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Todas las llamadas</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Save this contact (Ctrl+S)</source>
        <translation>Guardar este contacto (Ctrl+S)</translation>
    </message>
    <message>
        <source>Fill the number in in the dialler; nothing is dialled (Ctrl+Enter)</source>
        <translation>Rellenar el número en el marcador; no se marca nada (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Remove {name}? The calls stay in the history.</source>
        <translation>¿Quitar {name}? Las llamadas quedan en el historial.</translation>
    </message>
    <message>
        <source>Remove contact</source>
        <translation>Quitar contacto</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>1 contact</source>
        <translation>1 contacto</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} contactos</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} filas</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 número</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count} números</translation>
    </message>
</context>
<context>
    <name>ContactsDialog</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
</context>
<context>
    <name>ContactsDuplicates</name>
    <message>
        <source>Duplicate contacts</source>
        <translation>Contactos duplicados</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Grupos de duplicados</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Combinar</translation>
    </message>
    <message>
        <source>Make one contact of these (Ctrl+Enter)</source>
        <translation>Hacer de estos un solo contacto (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Leave these as they are</source>
        <translation>Dejar estos como están</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Buscando duplicados…</translation>
    </message>
    <message>
        <source>The same number or the same name more than once. Groups left: {count}.</source>
        <translation>El mismo número o el mismo nombre más de una vez. Grupos restantes: {count}.</translation>
    </message>
    <message>
        <source>That was all.</source>
        <translation>Eso era todo.</translation>
    </message>
    <message>
        <source>No number and no name is there twice.</source>
        <translation>Ningún número y ningún nombre está dos veces.</translation>
    </message>
</context>
<context>
    <name>ContactsExport</name>
    <message>
        <source>Exporting contacts to {file}</source>
        <translation>Exportando contactos a {file}</translation>
    </message>
    <message>
        <source>Saved in {file}: {contacts}.</source>
        <translation>Guardado en {file}: {contacts}.</translation>
    </message>
    <message>
        <source>The export was cancelled; {file} is as it was.</source>
        <translation>La exportación se canceló; {file} está como antes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>ContactsFiles</name>
    <message>
        <source>CSV and vCard files</source>
        <translation>Archivos CSV y vCard</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Exportar contactos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para hojas de cálculo</translation>
    </message>
    <message>
        <source>vCard, for address books</source>
        <translation>vCard, para agendas de contactos</translation>
    </message>
</context>
<context>
    <name>ContactsImport</name>
    <message>
        <source>Import contacts</source>
        <translation>Importar contactos</translation>
    </message>
    <message>
        <source>What the columns are</source>
        <translation>Qué son las columnas</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>The first rows, as they would be read</source>
        <translation>Las primeras filas, como se leerían</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>The import was cancelled: no contact was added.</source>
        <translation>La importación se canceló: no se añadió ningún contacto.</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Lo que se omitió</translation>
    </message>
    <message>
        <source>The first {count} of them are shown.</source>
        <translation>Se muestran los primeros {count}.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Elegir otro archivo</translation>
    </message>
</context>
<context>
    <name>ContactsList</name>
    <message>
        <source>Search name or number…</source>
        <translation>Buscar nombre o número…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Import, export, duplicates</source>
        <translation>Importar, exportar, duplicados</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>Duplicados…</translation>
    </message>
    <message>
        <source>New: not saved</source>
        <translation>Nuevo: sin guardar</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>No se encontró a nadie.</translation>
    </message>
    <message>
        <source>No contacts yet. Add one, or import a CSV or vCard file.</source>
        <translation>Todavía no hay contactos. Añada uno o importe un archivo CSV o vCard.</translation>
    </message>
</context>
<context>
    <name>ContactsModel</name>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorito</translation>
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
    <name>DeletionBar</name>
    <message>
        <source>Delete the call to {number} of {time}, with its note?</source>
        <translation>¿Eliminar la llamada al {number} ({time}), con su nota?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>The call is still under way, or gone already: nothing was deleted.</source>
        <translation>La llamada todavía está en curso o ya no existe: no se eliminó nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>DesktopPage</name>
    <message>
        <source>Keep Toque above other windows</source>
        <translation>Mantener Toque encima de las demás ventanas</translation>
    </message>
    <message>
        <source>{keys} does the same.</source>
        <translation>{keys} hace lo mismo.</translation>
    </message>
    <message>
        <source>Wayland lets no program do that: the window&apos;s own menu may offer it.</source>
        <translation>Wayland no deja que ningún programa lo haga: tal vez lo ofrezca el menú de la propia ventana.</translation>
    </message>
    <message>
        <source>Notify me when the window is not in front</source>
        <translation>Avisarme cuando la ventana no esté al frente</translation>
    </message>
    <message>
        <source>When a call is answered, declined or over: name or number, and nothing else of it.</source>
        <translation>Cuando una llamada es contestada, rechazada o termina: nombre o número, y nada más de ella.</translation>
    </message>
    <message>
        <source>Offer numbers that I copy elsewhere</source>
        <translation>Ofrecer los números que copio en otros programas</translation>
    </message>
    <message>
        <source>Toque looks at what is copied and offers a number in it. It never fills one in by itself.</source>
        <translation>Toque mira lo que se copia y ofrece el número que haya ahí. Nunca rellena uno por su cuenta.</translation>
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
        <source>Your administrator&apos;s CA file {path} cannot be read, or holds no certificate in PEM form. Tell your administrator.</source>
        <translation>El archivo de CA de su administrador, {path}, no se puede leer o no contiene un certificado en formato PEM. Avise a su administrador.</translation>
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
        <source>Your administrator has set up this account. Only the administrator can remove it.</source>
        <translation>Su administrador ha configurado esta cuenta. Solo el administrador puede quitarla.</translation>
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
        <source>Another Toque is opening {file}. Close it and try again.</source>
        <translation>Otro Toque está abriendo {file}. Ciérrelo e intente de nuevo.</translation>
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
        <source>it is larger than {size}</source>
        <translation>tiene más de {size}</translation>
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
    <message>
        <source>Starting at login could not be changed: {why}</source>
        <translation>No se pudo cambiar la apertura al iniciar la sesión: {why}</translation>
    </message>
    <message>
        <source>FaceTime could not be opened: {why}</source>
        <translation>No se pudo abrir FaceTime: {why}</translation>
    </message>
    <message>
        <source>macOS does not let Toque hear keys yet. Allow it in System Settings, Privacy &amp; Security, Accessibility, then start Toque again.</source>
        <translation>macOS todavía no deja que Toque detecte teclas. Permítalo en Configuración del Sistema, Privacidad y seguridad, Accesibilidad, y abra Toque de nuevo.</translation>
    </message>
    <message>
        <source>These keys cannot be used. Choose a letter, a digit or F1 to F20.</source>
        <translation>Estas teclas no se pueden usar. Elija una letra, un dígito o F1 a F20.</translation>
    </message>
    <message>
        <source>The keys cannot be heard: {why}</source>
        <translation>No se pueden detectar las teclas: {why}</translation>
    </message>
    <message>
        <source>Not on Wayland: it lets no program hear keys that are pressed in another. Set a key in the desktop&apos;s settings that runs: {command}</source>
        <translation>No en Wayland: no deja que ningún programa detecte las teclas que se presionan en otro. Defina en la configuración del escritorio una tecla que ejecute: {command}</translation>
    </message>
    <message>
        <source>A part of Toque is missing: {library}. Install Toque anew.</source>
        <translation>Falta una parte de Toque: {library}. Instale Toque de nuevo.</translation>
    </message>
    <message>
        <source>Choose a key together with Ctrl, Alt or the system&apos;s own key.</source>
        <translation>Elija una tecla junto con Ctrl, Alt o la tecla propia del sistema.</translation>
    </message>
    <message>
        <source>This works on a screen only.</source>
        <translation>Esto solo funciona en una pantalla.</translation>
    </message>
    <message>
        <source>Windows refused: {why}</source>
        <translation>Windows lo rechazó: {why}</translation>
    </message>
    <message>
        <source>Another program has these keys already. Choose others.</source>
        <translation>Otro programa ya tiene estas teclas. Elija otras.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>Este teclado no tiene esa tecla. Elija otra.</translation>
    </message>
    <message>
        <source>The screen could not be asked for these keys.</source>
        <translation>No se pudieron pedir estas teclas a la pantalla.</translation>
    </message>
    <message>
        <source>The program xdg-mime is missing: install the package xdg-utils (sudo apt install xdg-utils), then press again.</source>
        <translation>Falta el programa xdg-mime: instale el paquete xdg-utils (sudo apt install xdg-utils) y presione de nuevo.</translation>
    </message>
    <message>
        <source>The desktop did not answer within {seconds} seconds. Try again.</source>
        <translation>El escritorio no respondió en {seconds} segundos. Intente de nuevo.</translation>
    </message>
    <message>
        <source>The desktop refused: {why}</source>
        <translation>El escritorio lo rechazó: {why}</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}</source>
        <translation>No se pudo escribir {file}: {why}</translation>
    </message>
    <message>
        <source>No other program here opens phone links. They open Toque as long as it is installed.</source>
        <translation>Ningún otro programa abre aquí enlaces telefónicos. Abren Toque mientras esté instalado.</translation>
    </message>
    <message>
        <source>The desktop did not keep it: it still opens phone links with {program}.</source>
        <translation>El escritorio no lo conservó: todavía abre los enlaces de teléfono con {program}.</translation>
    </message>
    <message>
        <source>This call is not in the history any more.</source>
        <translation>Esta llamada ya no está en el historial.</translation>
    </message>
    <message>
        <source>Give the contact a name.</source>
        <translation>Dele un nombre al contacto.</translation>
    </message>
    <message>
        <source>The name is too long. Shorten it to {most} characters.</source>
        <translation>El nombre es demasiado largo. Acórtelo a {most} caracteres.</translation>
    </message>
    <message>
        <source>Contacts are being imported. Try again when that is done, or cancel it.</source>
        <translation>Se están importando contactos. Intente de nuevo cuando termine o cancele la importación.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>No hay nombre.</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <translation>El nombre tiene más de {most} caracteres.</translation>
    </message>
    <message>
        <source>There is no number.</source>
        <translation>No hay número.</translation>
    </message>
    <message>
        <source>There are more than {most} numbers.</source>
        <translation>Hay más de {most} números.</translation>
    </message>
    <message>
        <source>Its quotes are broken: it may have been read wrongly.</source>
        <translation>Las comillas están mal: la fila puede haberse leído mal.</translation>
    </message>
    <message>
        <source>A queue holds up to {most} numbers, and this would be more. Nothing was added: add a part of it.</source>
        <translation>Una cola admite hasta {most} números, y así serían más. No se añadió nada: añada solo una parte.</translation>
    </message>
    <message>
        <source>There would be more than {most} contacts. Nothing was imported: import a part of the file.</source>
        <translation>Serían más de {most} contactos. No se importó nada: importe una parte del archivo.</translation>
    </message>
    <message>
        <source>The card is damaged.</source>
        <translation>La tarjeta está dañada.</translation>
    </message>
    <message>
        <source>The card has no end: it may have been cut off.</source>
        <translation>La tarjeta no tiene final: puede haberse cortado.</translation>
    </message>
    <message>
        <source>There are no contacts in {name}. Export them again as vCard or CSV.</source>
        <translation>No hay contactos en {name}. Expórtelos de nuevo como vCard o CSV.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file with the numbers.</source>
        <translation>{name} está vacío. Elija el archivo con los números.</translation>
    </message>
    <message>
        <source>{name} is a workbook. Open it in the spreadsheet, save it as CSV, and choose that file.</source>
        <translation>{name} es un libro de hojas de cálculo. Ábralo en la hoja de cálculo, guárdelo como CSV y elija ese archivo.</translation>
    </message>
    <message>
        <source>{name} is not a table. Save it as CSV, and choose that file.</source>
        <translation>{name} no es una tabla. Guárdelo como CSV y elija ese archivo.</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({error}). Check that it is still there.</source>
        <translation>{name} no se puede abrir ({error}). Compruebe que todavía esté ahí.</translation>
    </message>
    <message>
        <source>The do-not-call list was damaged and is kept as {name}, so nobody knows who stood on it. Open the list to import it again, or to go on without it.</source>
        <translation>La lista de no llamar estaba dañada y queda guardada como {name}, así que nadie sabe quién estaba en ella. Abra la lista para importarla de nuevo o para seguir sin ella.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({error}). Choose another folder.</source>
        <translation>No se puede escribir en {folder} ({error}). Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{file} cannot be searched: its index is damaged again and again. Check the disk.</source>
        <translation>No se puede buscar en {file}: su índice se daña una y otra vez. Revise el disco.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings in {path} cannot be read ({error}), so nobody knows what they forbid. Until they can, every call needs a reason. Tell your administrator.</source>
        <translation>La configuración de su administrador en {path} no se puede leer ({error}), así que nadie sabe qué prohíbe. Hasta que se pueda, cada llamada necesita un motivo. Avise a su administrador.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s do-not-call list in {path} cannot be read ({error}). Tell your administrator.</source>
        <translation>La lista de no llamar de su administrador en {path} no se puede leer ({error}). Avise a su administrador.</translation>
    </message>
    <message>
        <source>line {line}: “{text}” is not a number that can be called</source>
        <translation>línea {line}: “{text}” no es un número al que se pueda llamar</translation>
    </message>
    <message>
        <source>“{text}” is not a number that can be called</source>
        <translation>“{text}” no es un número al que se pueda llamar</translation>
    </message>
    <message>
        <source>The release feed&apos;s address must begin with https://. Tell your administrator.</source>
        <translation>La dirección del aviso de versiones debe comenzar con https://. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The release feed could not be read. {why} Check the network, and try again.</source>
        <translation>No se pudo leer el aviso de versiones. {why} Revise la red e intente de nuevo.</translation>
    </message>
    <message>
        <source>There is no release feed at its address. Try again later.</source>
        <translation>No hay aviso de versiones en su dirección. Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The release feed has no signature, so nothing of it is believed. Try again later.</source>
        <translation>El aviso de versiones no tiene firma, por eso nada de él se da por cierto. Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The release feed is not signed with the key that is known here, so nothing of it is believed. Try again later; if it stays so, tell your administrator.</source>
        <translation>El aviso de versiones no está firmado con la clave que aquí se conoce, por eso nada de él se da por cierto. Intente de nuevo más tarde; si sigue así, avise a su administrador.</translation>
    </message>
    <message>
        <source>The release feed cannot be used: {detail}. Try again later.</source>
        <translation>El aviso de versiones no se puede usar: {detail}. Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Tardó demasiado.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If your office inspects connections, your administrator can have its CA file trusted.</source>
        <translation>Su certificado no es de confianza. Si su oficina inspecciona las conexiones, el administrador puede hacer que se confíe en su archivo de CA.</translation>
    </message>
    <message>
        <source>The connection broke before all of it had come.</source>
        <translation>La conexión se cortó antes de que llegara todo.</translation>
    </message>
    <message>
        <source>The release feed is signed by the publisher and yet cannot be understood. Try again later.</source>
        <translation>El aviso de versiones está firmado por quien publica Toque y aun así no se puede entender. Intente de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The release feed has a newer form, which this Toque does not understand: there is a newer version. Look where you got Toque.</source>
        <translation>El aviso de versiones tiene una forma más nueva, que este Toque no entiende: hay una versión más nueva. Busque donde obtuvo Toque.</translation>
    </message>
    <message>
        <source>This Toque does not ask for newer versions.</source>
        <translation>Este Toque no busca versiones más nuevas.</translation>
    </message>
    <message>
        <source>The release feed was good until {day}, so there may be a newer version that it does not tell of. Check this computer&apos;s date, or look where you got Toque.</source>
        <translation>El aviso de versiones valía hasta {day}; puede haber una versión más nueva que no menciona. Revise la fecha de esta computadora o busque donde obtuvo Toque.</translation>
    </message>
    <message>
        <source>The release feed is of {day}, older than the one of {seen} that was seen before, so it may hold back a newer version. Try again later, or tell your administrator.</source>
        <translation>El aviso de versiones es de {day}, más antiguo que el de {seen} ya visto; puede estar ocultando una versión más nueva. Intente de nuevo más tarde o avise a su administrador.</translation>
    </message>
    <message>
        <source>It has no installer for this computer ({system}, {arch}).</source>
        <translation>No hay instalador para esta computadora ({system}, {arch}).</translation>
    </message>
    <message>
        <source>Its installer needs {system} {least} or newer, and this computer has {version}.</source>
        <translation>El instalador necesita {system} {least} o más nuevo, y esta computadora tiene {version}.</translation>
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
    <name>DoNotCallDialog</name>
    <message>
        <source>Do-not-call list</source>
        <translation>Lista de no llamar</translation>
    </message>
    <message>
        <source>Search the do-not-call list</source>
        <translation>Buscar en la lista de no llamar</translation>
    </message>
    <message>
        <source>Search by number or reason</source>
        <translation>Buscar por número o motivo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>People not to be called</source>
        <translation>Personas a las que no llamar</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>Encontrados: {count}</translation>
    </message>
    <message>
        <source>{count} on the list</source>
        <translation>{count} en la lista</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>Todavía no hay nadie en la lista.</translation>
    </message>
    <message>
        <source>Take {number} off the list?</source>
        <translation>¿Quitar {number} de la lista?</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>The list was damaged and is kept as {name}. Until you decide, every call is stopped: nobody knows who stood on it.</source>
        <translation>La lista estaba dañada y queda guardada como {name}. Hasta que usted decida, toda llamada se detiene: nadie sabe quién estaba en ella.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>Go on with the list as it is now</source>
        <translation>Seguir con la lista como está ahora</translation>
    </message>
</context>
<context>
    <name>DoNotCallFiles</name>
    <message>
        <source>CSV files</source>
        <translation>Archivos CSV</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Import numbers not to be called</source>
        <translation>Importar números a los que no llamar</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para hojas de cálculo</translation>
    </message>
    <message>
        <source>Export the do-not-call list</source>
        <translation>Exportar la lista de no llamar</translation>
    </message>
    <message>
        <source>Do-not-call list</source>
        <translation>Lista de no llamar</translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation>Exportando {file}</translation>
    </message>
    <message>
        <source>{count} exported.</source>
        <translation>Exportados: {count}.</translation>
    </message>
    <message>
        <source>The export was cancelled: no file was written.</source>
        <translation>La exportación se canceló: no se escribió ningún archivo.</translation>
    </message>
</context>
<context>
    <name>DoNotCallForm</name>
    <message>
        <source>Number not to be called</source>
        <translation>Número al que no llamar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Reason not to call</source>
        <translation>Motivo para no llamar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Añadir a la lista</translation>
    </message>
    <message>
        <source>{number} is on the list.</source>
        <translation>{number} está en la lista.</translation>
    </message>
</context>
<context>
    <name>DoNotCallImport</name>
    <message>
        <source>Import numbers not to be called</source>
        <translation>Importar números a los que no llamar</translation>
    </message>
    <message>
        <source>Column of the numbers</source>
        <translation>Columna de los números</translation>
    </message>
    <message>
        <source>Column of the reasons</source>
        <translation>Columna de los motivos</translation>
    </message>
    <message>
        <source>Column of the days</source>
        <translation>Columna de las fechas</translation>
    </message>
    <message>
        <source>Reason where none is given</source>
        <translation>Motivo cuando no haya</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>The import was cancelled: nobody was added.</source>
        <translation>La importación se canceló: no se añadió a nadie.</translation>
    </message>
    <message>
        <source>New on the list: {count}.</source>
        <translation>Nuevos en la lista: {count}.</translation>
    </message>
    <message>
        <source>On it already: {count}.</source>
        <translation>Ya estaban en ella: {count}.</translation>
    </message>
    <message>
        <source>Rows left out: {count}.</source>
        <translation>Filas omitidas: {count}.</translation>
    </message>
</context>
<context>
    <name>DoNotCallModel</name>
    <message>
        <source>since {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>from {file}</source>
        <translation>de {file}</translation>
    </message>
</context>
<context>
    <name>DoNotCallRows</name>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Filas omitidas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
</context>
<context>
    <name>DuplicateChoice</name>
    <message>
        <source>Which name stays?</source>
        <translation>¿Qué nombre queda?</translation>
    </message>
    <message>
        <source>It will have these numbers</source>
        <translation>Tendrá estos números</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>And these notes</source>
        <translation>Y estas notas</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>ningún número</translation>
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
    <name>Guard</name>
    <message>
        <source>called shortly before</source>
        <translation>llamada hecha poco antes</translation>
    </message>
    <message>
        <source>the provider does not reach the number</source>
        <translation>el proveedor no llega al número</translation>
    </message>
    <message>
        <source>on the do-not-call list</source>
        <translation>en la lista de no llamar</translation>
    </message>
    <message>
        <source>quiet hours there</source>
        <translation>horario de silencio allí</translation>
    </message>
    <message>
        <source>Called anyway: {guards}.</source>
        <translation>Se llamó de todos modos: {guards}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
</context>
<context>
    <name>GuardsPage</name>
    <message>
        <source>Ask before calling somebody again within</source>
        <translation>Preguntar antes de volver a llamar a alguien en menos de</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horario de silencio</translation>
    </message>
    <message>
        <source>By the clock where the number is. Where it may be in several time zones, it is quiet as soon as it is quiet in one of them; where none is known, nothing is asked.</source>
        <translation>Según el reloj de donde está el número. Si puede estar en varias zonas horarias, el silencio rige en cuanto rige en una de ellas; si no se conoce ninguna, no se pregunta nada.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>Do-not-call list…</source>
        <translation>Lista de no llamar…</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Every written form of a number is the same person.</source>
        <translation>Todas las formas de escribir un número son la misma persona.</translation>
    </message>
    <message>
        <source>People who are called only with a reason, if at all.</source>
        <translation>Personas a las que solo se llama con un motivo, o nunca.</translation>
    </message>
    <message>
        <source>Set by your administrator in {path}</source>
        <translation>Definido por su administrador en {path}</translation>
    </message>
    <message>
        <source>Quiet hours that end when they begin are none. Choose another time.</source>
        <translation>Un horario de silencio que termina cuando comienza no vale. Elija otra hora.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} días</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} horas</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutos</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} segundos</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>1 call</source>
        <translation>1 llamada</translation>
    </message>
    <message>
        <source>{count} calls</source>
        <translation>{count} llamadas</translation>
    </message>
    <message>
        <source>Failed or not placed</source>
        <translation>Falló o no se hizo</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Cualquier día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Chosen days…</source>
        <translation>Elegir días…</translation>
    </message>
    <message>
        <source>Search “{text}”</source>
        <translation>Búsqueda “{text}”</translation>
    </message>
</context>
<context>
    <name>HistoryChips</name>
    <message>
        <source>Clear filters</source>
        <translation>Borrar filtros</translation>
    </message>
    <message>
        <source>Remove the filter “{filter}”</source>
        <translation>Quitar el filtro “{filter}”</translation>
    </message>
</context>
<context>
    <name>HistoryDeletion</name>
    <message>
        <source>Delete calls of before</source>
        <translation>Eliminar llamadas anteriores al</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete old calls</source>
        <translation>Eliminar llamadas antiguas</translation>
    </message>
    <message>
        <source>Progress of the deletion</source>
        <translation>Avance de la eliminación</translation>
    </message>
    <message>
        <source>That day&apos;s own calls stay. Calls that are still under way always do.</source>
        <translation>Las llamadas de ese día quedan. Las que todavía están en curso quedan siempre.</translation>
    </message>
    <message>
        <source>There are no calls of before {day}.</source>
        <translation>No hay llamadas anteriores al {day}.</translation>
    </message>
    <message>
        <source>Delete {calls} of before {day}, with their notes? They cannot be brought back.</source>
        <translation>¿Eliminar {calls} de antes del {day}, con sus notas? No se podrán recuperar.</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>{calls} deleted.</source>
        <translation>Eliminación terminada: {calls}.</translation>
    </message>
</context>
<context>
    <name>HistoryExportDialog</name>
    <message>
        <source>Export history</source>
        <translation>Exportar historial</translation>
    </message>
    <message>
        <source>Export of the history</source>
        <translation>Exportación del historial</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para hojas de cálculo</translation>
    </message>
    <message>
        <source>JSON, for other programs</source>
        <translation>JSON, para otros programas</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Avance de la exportación</translation>
    </message>
    <message>
        <source>Counting the calls…</source>
        <translation>Contando las llamadas…</translation>
    </message>
    <message>
        <source>Every call of the history</source>
        <translation>Todas las llamadas del historial</translation>
    </message>
    <message>
        <source>Calls {day}</source>
        <translation>Llamadas {day}</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{calls} saved as {path}</source>
        <translation>Guardado en {path}: {calls}</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>Cancelado: no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>{path} could not be written. {why}</source>
        <translation>No se pudo escribir {path}. {why}</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Kind of call</source>
        <translation>Tipo de llamada</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Unknown only</source>
        <translation>Solo desconocidas</translation>
    </message>
    <message>
        <source>Calls of which nobody knows what became of them</source>
        <translation>Llamadas de las que nadie sabe qué fue</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Cualquier tipo</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Cualquier cuenta</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Cualquier resultado</translation>
    </message>
    <message>
        <source>{count} outcomes</source>
        <translation>{count} resultados</translation>
    </message>
</context>
<context>
    <name>HistoryKeep</name>
    <message>
        <source>Keep calls for</source>
        <translation>Guardar llamadas por</translation>
    </message>
    <message>
        <source>Days that calls are kept</source>
        <translation>Días que se guardan las llamadas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Older calls are deleted by themselves, with their notes, within an hour.</source>
        <translation>Las llamadas más antiguas se eliminan solas, con sus notas, en menos de una hora.</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>Tiempo ilimitado</translation>
    </message>
    <message>
        <source>A number of days</source>
        <translation>Número de días</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} días</translation>
    </message>
    <message>
        <source>Older than {period}: {calls}. They will be deleted, with their notes.</source>
        <translation>Con más de {period}: {calls}. Se eliminarán, con sus notas.</translation>
    </message>
    <message>
        <source>Keep no older calls</source>
        <translation>No guardar las más antiguas</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Dejar como estaba</translation>
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
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>No calls yet. What you call will stand here.</source>
        <translation>Todavía no hay llamadas. Las que haga aparecerán aquí.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>No se pudo leer el historial.</translation>
    </message>
    <message>
        <source>More than {count} calls</source>
        <translation>Más de {count} llamadas</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Numbers without + and a country code are refused: the settings have no default country.</source>
        <translation>Los números sin + y código de país se rechazan: la configuración no tiene país predeterminado.</translation>
    </message>
    <message>
        <source>Numbers without + are read as those of {country}, the default country in the settings.</source>
        <translation>Los números sin + se leen como números del país predeterminado en la configuración: {country}.</translation>
    </message>
    <message>
        <source>In the whole file: {readable}. Not readable: {refused}.</source>
        <translation>En todo el archivo: {readable}. Ilegibles: {refused}.</translation>
    </message>
    <message>
        <source>In the first rows: {readable}. Not readable: {refused}. The rest is read by the import.</source>
        <translation>En las primeras filas: {readable}. Ilegibles: {refused}. El resto se lee en la importación.</translation>
    </message>
    <message>
        <source>New: {contacts}.</source>
        <translation>Nuevos: {contacts}.</translation>
    </message>
    <message>
        <source>With further numbers: {count}.</source>
        <translation>Con más números: {count}.</translation>
    </message>
    <message>
        <source>There already: {count}.</source>
        <translation>Ya existían: {count}.</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>Omitidas: {count}.</translation>
    </message>
    <message>
        <source>Left out of the others: {count}.</source>
        <translation>Omitidos en los demás: {count}.</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Label of the next number</source>
        <translation>Etiqueta del número siguiente</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Column {place}</source>
        <translation>Columna {place}</translation>
    </message>
    <message>
        <source>What {column} is for</source>
        <translation>Para qué sirve {column}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importando {file}</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Numbers and note</source>
        <translation>Números y nota</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Lo que dice</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
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
    <name>LinkSettings</name>
    <message>
        <source>Links to phone numbers, in a browser or elsewhere</source>
        <translation>Enlaces a números de teléfono, en el navegador o en otro lugar</translation>
    </message>
    <message>
        <source>Make Toque the program for phone links</source>
        <translation>Hacer de Toque el programa de los enlaces de teléfono</translation>
    </message>
    <message>
        <source>Give phone links back</source>
        <translation>Devolver los enlaces de teléfono</translation>
    </message>
    <message>
        <source>They are opened by Toque&apos;s ordinary window: it is set there.</source>
        <translation>Los abre la ventana normal de Toque: se configura allí.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. Links of WhatsApp stay as they are.</source>
        <translation>Un enlace rellena el número y nunca marca. Los enlaces de WhatsApp quedan como están.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. Windows&apos; own page opens: choose Toque for TEL there.</source>
        <translation>Un enlace rellena el número y nunca marca. Se abre la página del propio Windows: elija allí Toque para TEL.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. FaceTime opens: choose Toque in its settings, at “Default for calls”.</source>
        <translation>Un enlace rellena el número y nunca marca. Se abre FaceTime: elija Toque en su configuración, en “Predeterminada para llamadas”.</translation>
    </message>
    <message>
        <source>Links to phone numbers open Toque</source>
        <translation>Los enlaces a números de teléfono abren Toque</translation>
    </message>
    <message>
        <source>Links to phone numbers open {program}</source>
        <translation>Los enlaces a números de teléfono abren {program}</translation>
    </message>
    <message>
        <source>Links to phone numbers do not open Toque yet</source>
        <translation>Los enlaces a números de teléfono todavía no abren Toque</translation>
    </message>
</context>
<context>
    <name>LoginSettings</name>
    <message>
        <source>Start Toque at login</source>
        <translation>Abrir Toque al iniciar la sesión</translation>
    </message>
    <message>
        <source>It is set in Toque&apos;s ordinary window.</source>
        <translation>Se configura en la ventana normal de Toque.</translation>
    </message>
    <message>
        <source>It starts in the tray. Closing the window then leaves Toque there; Quit is in the menu of its icon.</source>
        <translation>Se abre en la bandeja. Cerrar la ventana deja entonces Toque allí; Salir está en el menú de su icono.</translation>
    </message>
    <message>
        <source>There is no tray here: it starts minimised, and closing the window ends Toque.</source>
        <translation>Aquí no hay bandeja: se abre minimizado, y cerrar la ventana termina Toque.</translation>
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
    <message>
        <source>Toque stays above other windows</source>
        <translation>Toque queda encima de las otras ventanas</translation>
    </message>
    <message>
        <source>Toque no longer stays above other windows</source>
        <translation>Toque ya no queda encima de las otras ventanas</translation>
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
    <name>NameCompleter</name>
    <message>
        <source>Up, Down and Enter choose; nothing is dialled.</source>
        <translation>Las flechas y Enter eligen; no se marca nada.</translation>
    </message>
</context>
<context>
    <name>NameList</name>
    <message>
        <source>Contacts found</source>
        <translation>Contactos encontrados</translation>
    </message>
</context>
<context>
    <name>NoMatch</name>
    <message>
        <source>No call matches.</source>
        <translation>Ninguna llamada coincide.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Mostrar todas las llamadas</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Outcome noted</source>
        <translation>Resultado anotado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What was said, what is to be done…</source>
        <translation>Lo que se dijo, lo que hay que hacer…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Cómo fue</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Su nota</translation>
    </message>
    <message>
        <source>It is still as you left it.</source>
        <translation>Sigue como lo dejó.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved. {why}</source>
        <translation>No se guardó. {why}</translation>
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
    <message>
        <source>There is no phone number in this text.</source>
        <translation>No hay ningún número de teléfono en este texto.</translation>
    </message>
    <message>
        <source>There is no number in this link. Ask for the number and type it.</source>
        <translation>No hay ningún número en este enlace. Pida el número y escríbalo.</translation>
    </message>
    <message>
        <source>There is only an extension ({found}) in this link. Ask for the whole number.</source>
        <translation>Solo hay una extensión ({found}) en este enlace. Pida el número completo.</translation>
    </message>
    <message>
        <source>There is more than one number in this link. Copy the one to call.</source>
        <translation>Hay más de un número en este enlace. Copie el que quiera llamar.</translation>
    </message>
    <message>
        <source>This link is far too long to be one to a phone number. Copy only the number.</source>
        <translation>Este enlace es demasiado largo para ser de un número de teléfono. Copie solo el número.</translation>
    </message>
    <message>
        <source>“{found}” is not a link to a phone number. Copy the number itself.</source>
        <translation>“{found}” no es un enlace a un número de teléfono. Copie el propio número.</translation>
    </message>
    <message>
        <source>“{found}” leads to an internet phone, which cannot be called from here. Copy a phone number.</source>
        <translation>“{found}” lleva a un teléfono de internet, al que no se puede llamar desde aquí. Copie un número de teléfono.</translation>
    </message>
    <message>
        <source>The link demands “{found}”, which Toque does not know. Copy only the number.</source>
        <translation>El enlace exige “{found}”, que Toque no conoce. Copie solo el número.</translation>
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
    <message>
        <source>Number or name</source>
        <translation>Número o nombre</translation>
    </message>
</context>
<context>
    <name>NumberMenu</name>
    <message>
        <source>Numbers found</source>
        <translation>Números encontrados</translation>
    </message>
    <message>
        <source>Several numbers: choose one</source>
        <translation>Varios números: elija uno</translation>
    </message>
</context>
<context>
    <name>OpenedText</name>
    <message>
        <source>The link chose the account {name}.</source>
        <translation>El enlace eligió la cuenta {name}.</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Volver a {name}</translation>
    </message>
    <message>
        <source>There is no account “{name}”: the link&apos;s wish for it is left out.</source>
        <translation>No hay ninguna cuenta “{name}”: este pedido del enlace se omite.</translation>
    </message>
    <message>
        <source>“{text}” is no ring time: the link&apos;s wish for it is left out.</source>
        <translation>“{text}” no es un tiempo de timbre: este pedido del enlace se omite.</translation>
    </message>
    <message>
        <source>Calls through this account have no ring time: the link&apos;s wish for it is left out.</source>
        <translation>Las llamadas por esta cuenta no tienen tiempo de timbre: este pedido del enlace se omite.</translation>
    </message>
    <message>
        <source>The link wishes for {wished} s, of which this account allows {seconds} s.</source>
        <translation>El enlace pide {wished} s; esta cuenta permite {seconds} s.</translation>
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
    <name>Origin</name>
    <message>
        <source>From a phone link</source>
        <translation>De un enlace de teléfono</translation>
    </message>
    <message>
        <source>From the command line</source>
        <translation>De la línea de comandos</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Del portapapeles</translation>
    </message>
    <message>
        <source>From what was selected</source>
        <translation>De lo seleccionado</translation>
    </message>
    <message>
        <source>From the contacts</source>
        <translation>De los contactos</translation>
    </message>
    <message>
        <source>From the queue</source>
        <translation>De la cola</translation>
    </message>
    <message>
        <source>From the history</source>
        <translation>Del historial</translation>
    </message>
</context>
<context>
    <name>OriginLine</name>
    <message>
        <source>Extension {extension} cannot be dialled by these providers; ask for it.</source>
        <translation>Estos proveedores no pueden marcar la extensión {extension}; pídala a quien conteste.</translation>
    </message>
    <message>
        <source>Back to {number}</source>
        <translation>Volver a {number}</translation>
    </message>
</context>
<context>
    <name>OtherFormOffer</name>
    <message>
        <source>{number}: {state}. WhatsApp may know this person as {other}.</source>
        <translation>{number}: {state}. WhatsApp puede conocer a esta persona como {other}.</translation>
    </message>
    <message>
        <source>Fill in other form</source>
        <translation>Rellenar con la otra forma</translation>
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
        <source>Open the list</source>
        <translation>Abrir la lista</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>Motivo (obligatorio)</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Motivo (opcional)</translation>
    </message>
    <message>
        <source>Say why you call anyway.</source>
        <translation>Diga por qué llama de todos modos.</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>{number} seems to have no WhatsApp.</source>
        <translation>{number} parece no tener WhatsApp.</translation>
    </message>
    <message>
        <source>{number} is on your administrator&apos;s do-not-call list</source>
        <translation>{number} está en la lista de no llamar de su administrador</translation>
    </message>
    <message>
        <source>{number} is on the do-not-call list since {day}</source>
        <translation>{number} está en la lista de no llamar desde {day}</translation>
    </message>
    <message>
        <source>{number} is on the do-not-call list</source>
        <translation>{number} está en la lista de no llamar</translation>
    </message>
    <message>
        <source>It is between {first} and {last} there: quiet hours.</source>
        <translation>Hora allí: entre {first} y {last}. Horario de silencio.</translation>
    </message>
    <message>
        <source>It is {first} there: quiet hours until {until} there.</source>
        <translation>Hora allí: {first}. Horario de silencio hasta las {until} de allí.</translation>
    </message>
    <message>
        <source>It is between {first} and {last} there: quiet hours until {until} there.</source>
        <translation>Hora allí: entre {first} y {last}. Horario de silencio hasta las {until} de allí.</translation>
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
        <source>{number} was called {when}, and it is not known what became of it.</source>
        <translation>Llamada anterior a {number}: {when}. No se sabe qué fue de ella.</translation>
    </message>
    <message>
        <source>{number} was called {when} ({state}).</source>
        <translation>Llamada anterior a {number}: {when} ({state}).</translation>
    </message>
    <message>
        <source>Your administrator lets nobody call all the same.</source>
        <translation>Su administrador no permite que nadie llame de todos modos.</translation>
    </message>
    <message>
        <source>Call again?</source>
        <translation>¿Llamar de nuevo?</translation>
    </message>
    <message>
        <source>Call anyway?</source>
        <translation>¿Llamar de todos modos?</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Cannot be read</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Llamada hecha</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitida</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} de {total}</translation>
    </message>
    <message>
        <source>Queue finished: {done} called, {skipped} skipped</source>
        <translation>Cola terminada: {done} hechas, {skipped} omitidas</translation>
    </message>
    <message>
        <source>Queue paused at {place} of {total}</source>
        <translation>Cola en pausa en {place} de {total}</translation>
    </message>
    <message>
        <source>Queue paused, {left} of {total} left</source>
        <translation>Cola en pausa, quedan {left} de {total}</translation>
    </message>
    <message>
        <source>Queue of 1 number</source>
        <translation>Cola de 1 número</translation>
    </message>
    <message>
        <source>Queue of {total} numbers</source>
        <translation>Cola de {total} números</translation>
    </message>
    <message>
        <source>1 line cannot be read</source>
        <translation>1 línea no se puede leer</translation>
    </message>
    <message>
        <source>{count} lines cannot be read</source>
        <translation>{count} líneas no se pueden leer</translation>
    </message>
    <message>
        <source>The same person is at place {place} of this queue.</source>
        <translation>La misma persona está en el lugar {place} de esta cola.</translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>No había nada que añadir.</translation>
    </message>
    <message>
        <source>1 line added.</source>
        <translation>1 línea añadida.</translation>
    </message>
    <message>
        <source>{count} lines added.</source>
        <translation>{count} líneas añadidas.</translation>
    </message>
    <message>
        <source>{count} cannot be read: mend the number in the list, or leave it.</source>
        <translation>Ilegibles: {count}. Corrija el número en la lista o déjelo como está.</translation>
    </message>
    <message>
        <source>{count} name a person again.</source>
        <translation>Con persona repetida: {count}.</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Avance de la cola</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Importar archivo…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>There is nothing in the queue yet. Paste numbers below, or import a file.</source>
        <translation>Todavía no hay nada en la cola. Pegue números abajo o importe un archivo.</translation>
    </message>
    <message>
        <source>At the window: Enter calls · {note} note · {next} next · {skip} skip · {pause} pause</source>
        <translation>En la ventana: Enter llama · {note} nota · {next} siguiente · {skip} omitir · {pause} pausar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Press Enter in the list to mend the number.</source>
        <translation>Presione Enter en la lista para corregir el número.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardada como {path}</translation>
    </message>
    <message>
        <source>Remove all {total} entries, {left} of them not called yet?</source>
        <translation>¿Quitar las {total} entradas, {left} de ellas aún sin llamada?</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>Vaciar la cola</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>QueueFiles</name>
    <message>
        <source>Import into the queue</source>
        <translation>Importar a la cola</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Export the queue</source>
        <translation>Exportar la cola</translation>
    </message>
</context>
<context>
    <name>QueueImport</name>
    <message>
        <source>Import into the queue</source>
        <translation>Importar a la cola</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>What was noted</source>
        <translation>Lo anotado</translation>
    </message>
</context>
<context>
    <name>QueueNote</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
</context>
<context>
    <name>QueuePaste</name>
    <message>
        <source>One number a line; name and note may follow
Maria Silva; (11) 99999-0001; ask about invoice</source>
        <translation>Un número por línea; pueden acompañarlo nombre y nota
Maria Silva; (11) 99999-0001; preguntar por la factura</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add (Ctrl+Enter)</source>
        <translation>Añadir (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Avance de la cola</translation>
    </message>
    <message>
        <source>Previous entry again</source>
        <translation>Entrada anterior de nuevo</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Pausar la cola</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Abrir la cola</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Put back what was typed</source>
        <translation>Reponer lo que se escribió</translation>
    </message>
    <message>
        <source>{done} called, {skipped} skipped, {left} left</source>
        <translation>{done} hechas, {skipped} omitidas, quedan {left}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Put back {number}</source>
        <translation>Reponer {number}</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Entries of the queue</source>
        <translation>Entradas de la cola</translation>
    </message>
    <message>
        <source>Mend the number</source>
        <translation>Corregir el número</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
</context>
<context>
    <name>QueueWork</name>
    <message>
        <source>Another Toque works on what is left of the queue.</source>
        <translation>Otro Toque está trabajando en lo que queda de la cola.</translation>
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
    <name>ReleaseView</name>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Copy the installer&apos;s address</source>
        <translation>Copiar la dirección del instalador</translation>
    </message>
    <message>
        <source>SHA-256 of the installer</source>
        <translation>SHA-256 del instalador</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copiar el SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the installer. To check the file before you open it, run this in its folder and compare:</source>
        <translation>SHA-256 del instalador. Para comprobar el archivo antes de abrirlo, ejecute esto en su carpeta y compare:</translation>
    </message>
    <message>
        <source>Your browser was asked to fetch it; if none opens, copy the address. Close Toque before you open the installer.</source>
        <translation>Se pidió a su navegador que lo descargue; si no se abre ninguno, copie la dirección. Cierre Toque antes de abrir el instalador.</translation>
    </message>
    <message>
        <source>{size}, from {host}; opens in your browser</source>
        <translation>{size}, de {host}; se abre en su navegador</translation>
    </message>
    <message>
        <source>No browser could be opened. The address is copied: paste it into one.</source>
        <translation>No se pudo abrir ningún navegador. La dirección está copiada: péguela en uno.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
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
    <name>SearchLine</name>
    <message>
        <source>Search number, name, note…</source>
        <translation>Buscar número, nombre, nota…</translation>
    </message>
    <message>
        <source>Finds numbers in any form, names, notes, what providers said, ids, transcripts (Ctrl+F)</source>
        <translation>Encuentra números en cualquier forma, nombres, notas, lo que dijeron los proveedores, ID, transcripciones (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>Save the calls that are shown as a file (Ctrl+E)</source>
        <translation>Guardar en un archivo las llamadas que se muestran (Ctrl+E)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>{count} set</source>
        <translation>{count} en uso</translation>
    </message>
    <message>
        <source>None set</source>
        <translation>Ninguno en uso</translation>
    </message>
    <message>
        <source>Show only calls of some outcome, account, kind or day</source>
        <translation>Mostrar solo llamadas de cierto resultado, cuenta, tipo o día</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
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
    <name>SelectionSettings</name>
    <message>
        <source>Call what is selected</source>
        <translation>Llamar a lo seleccionado</translation>
    </message>
    <message>
        <source>Keys that call what is selected</source>
        <translation>Teclas que llaman a lo seleccionado</translation>
    </message>
    <message>
        <source>Off: press keys</source>
        <translation>Desactivado: presione teclas</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>No keys for what is selected</source>
        <translation>Ninguna tecla para lo seleccionado</translation>
    </message>
    <message>
        <source>With these keys, in any program, the number selected there is filled in; nothing is dialled.</source>
        <translation>Con estas teclas, en cualquier programa, el número seleccionado allí se rellena aquí; no se marca nada.</translation>
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
        <source>Before a call</source>
        <translation>Antes de llamar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Escritorio</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Practice mode has accounts of its own, so that no real phone can ring. Add accounts in Toque&apos;s ordinary window.</source>
        <translation>El modo de práctica tiene cuentas propias, para que ningún teléfono real suene. Añada cuentas en la ventana normal de Toque.</translation>
    </message>
</context>
<context>
    <name>SpeedDial</name>
    <message>
        <source>More favourites</source>
        <translation>Más favoritos</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Quitar de los favoritos</translation>
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
    <name>Tag</name>
    <message>
        <source>Reached</source>
        <translation>Contactado</translation>
    </message>
    <message>
        <source>Left a message</source>
        <translation>Dejé un mensaje</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Sin interés</translation>
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
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Compact window</source>
        <translation>Ventana compacta</translation>
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
    <name>Tray</name>
    <message>
        <source>{name}: call under way</source>
        <translation>{name}: llamada en curso</translation>
    </message>
    <message>
        <source>{name}: no connection</source>
        <translation>{name}: sin conexión</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>UpdateBox</name>
    <message>
        <source>Check for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>Check once a day</source>
        <translation>Buscar una vez al día</translation>
    </message>
    <message>
        <source>The window then says that there is a newer version, and nothing more.</source>
        <translation>La ventana avisa entonces de que hay una versión más nueva, y nada más.</translation>
    </message>
    <message>
        <source>Asks where new versions are announced. Nothing is told of you, and nothing is ever installed by itself.</source>
        <translation>Pregunta donde se anuncian las versiones nuevas. No se dice nada de usted, y nada se instala solo.</translation>
    </message>
    <message>
        <source>Your administrators&apos; settings forbid asking for newer versions here, or cannot be read.</source>
        <translation>La configuración de sus administradores prohíbe buscar versiones nuevas aquí, o no se puede leer.</translation>
    </message>
    <message>
        <source>Toque {version} is available, announced on {day}. You have {installed}.</source>
        <translation>Toque {version} está disponible, anunciado el {day}. Usted tiene {installed}.</translation>
    </message>
    <message>
        <source>Practice mode has no network. Check in Toque&apos;s ordinary window.</source>
        <translation>El modo de práctica no tiene red. Busque en la ventana normal de Toque.</translation>
    </message>
    <message>
        <source>Administrators installed Toque here, and bring newer versions themselves.</source>
        <translation>Los administradores instalaron Toque aquí y ellos mismos traen las versiones más nuevas.</translation>
    </message>
    <message>
        <source>This build knows no release feed, so it cannot ask for newer versions. Look where you got it.</source>
        <translation>Esta compilación no conoce ningún aviso de versiones, por eso no puede buscar versiones más nuevas. Busque donde la obtuvo.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>You have the newest version, {version}. The last one was announced on {day}.</source>
        <translation>Tiene la versión más nueva, {version}. La última se anunció el {day}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>Toque {version} is available.</source>
        <translation>Toque {version} está disponible.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
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
        <source>A damaged file is kept as {name}, and a new one begun.</source>
        <translation>Un archivo dañado queda guardado como {name}, y se comenzó uno nuevo.</translation>
    </message>
    <message>
        <source>A file of a newer version of Toque is kept as {name}, and a new one begun.</source>
        <translation>Un archivo de una versión más nueva de Toque queda guardado como {name}, y se comenzó uno nuevo.</translation>
    </message>
</context>
<context>
    <name>WorkingBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
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
<context>
    <name>_NumberRow</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Number {place}</source>
        <translation>Número {place}</translation>
    </message>
    <message>
        <source>Label of number {place}</source>
        <translation>Etiqueta del número {place}</translation>
    </message>
    <message>
        <source>Fill in number {place} to call it</source>
        <translation>Rellenar con el número {place} para llamar</translation>
    </message>
    <message>
        <source>Remove number {place}</source>
        <translation>Quitar el número {place}</translation>
    </message>
    <message>
        <source>This number is also that of {name}.</source>
        <translation>Este número es también de {name}.</translation>
    </message>
</context>
</TS>
