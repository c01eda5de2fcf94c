<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AccountField</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Of the instance, or of the whole account</source>
        <translation>Da instância ou da conta inteira</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instância</translation>
    </message>
    <message>
        <source>Find instances</source>
        <translation>Procurar instâncias</translation>
    </message>
    <message>
        <source>Its name at RyzeAPI</source>
        <translation>O nome dela na RyzeAPI</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chave de API</translation>
    </message>
    <message>
        <source>rg_live_… calls, rg_test_… only pretends</source>
        <translation>rg_live_… liga, rg_test_… só finge</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>URL base</translation>
    </message>
    <message>
        <source>Extra CA file</source>
        <translation>Arquivo de CA extra</translation>
    </message>
    <message>
        <source>Only where the office inspects connections</source>
        <translation>Só se o escritório inspeciona as conexões</translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation>ID da instância</translation>
    </message>
    <message>
        <source>As Z-API shows it</source>
        <translation>Como a Z-API mostra</translation>
    </message>
    <message>
        <source>Instance token</source>
        <translation>Token da instância</translation>
    </message>
    <message>
        <source>Client-Token</source>
        <translation>Client-Token</translation>
    </message>
    <message>
        <source>The account security token, if that is switched on</source>
        <translation>O token de segurança da conta, se estiver ativado</translation>
    </message>
    <message>
        <source>Check for WhatsApp before each call</source>
        <translation>Verificar WhatsApp antes de cada ligação</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Account name</source>
        <translation>Nome da conta</translation>
    </message>
    <message>
        <source>As you want to see it, for example Support desk</source>
        <translation>Como você quer vê-lo, por exemplo Suporte</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provedor</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>{field} (optional)</source>
        <translation>{field} (opcional)</translation>
    </message>
    <message>
        <source>Asking {provider}…</source>
        <translation>Consultando {provider}…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>The token is good. Line: {state}</source>
        <translation>O token é válido. Linha: {state}</translation>
    </message>
    <message>
        <source>There is none that this token can see.</source>
        <translation>Não há nenhum valor que este token possa ver.</translation>
    </message>
    <message>
        <source>Keep the token for this run only</source>
        <translation>Guardar o token só até fechar o Toque</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer. Unlock it and try again.</source>
        <translation>O chaveiro do sistema não respondeu. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>Toque made a mistake. The log says more.</source>
        <translation>O Toque cometeu um erro. O log diz mais.</translation>
    </message>
</context>
<context>
    <name>AccountNotices</name>
    <message>
        <source>Open account settings</source>
        <translation>Abrir configurações da conta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Live status is switched off for this instance: Toque goes by the clock, and cannot say whether a call was answered.</source>
        <translation>O status ao vivo está desligado nesta instância: o Toque segue o relógio e não pode dizer se uma ligação foi atendida.</translation>
    </message>
    <message>
        <source>Turn on live status</source>
        <translation>Ligar status ao vivo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>This changes a setting of the instance at the provider, which other programs may be using; what they need is kept.
Will be written: {setting}</source>
        <translation>Isto altera uma configuração da instância no provedor, que outros programas podem estar usando; o que eles precisam é mantido.
Será gravado: {setting}</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Deixar como está</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Ainda não há nenhuma conta.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove {name} and its token from this computer?</source>
        <translation>Remover {name} e o token dela deste computador?</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Remover {name}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Live calls</source>
        <translation>Ligações em curso</translation>
    </message>
    <message>
        <source>No calls yet. What you call will stand here.</source>
        <translation>Nenhuma ligação ainda. O que você ligar aparecerá aqui.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>All that is known of this call (Alt+Enter)</source>
        <translation>Tudo o que se sabe desta ligação (Alt+Enter)</translation>
    </message>
    <message>
        <source>Redial</source>
        <translation>Rediscar</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled (Enter)</source>
        <translation>Preencher o número de novo; nada é discado (Enter)</translation>
    </message>
</context>
<context>
    <name>AgentForm</name>
    <message>
        <source>Ask for agents and numbers again</source>
        <translation>Buscar agentes e números de novo</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>Gravar a ligação</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Choose an agent, or type a name</source>
        <translation>Escolha um agente ou digite um nome</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Call from</source>
        <translation>Ligar de</translation>
    </message>
    <message>
        <source>Primary number</source>
        <translation>Número principal</translation>
    </message>
    <message>
        <source>Asking {provider}…</source>
        <translation>Consultando {provider}…</translation>
    </message>
    <message>
        <source>Open account settings</source>
        <translation>Abrir as configurações da conta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>{provider} has no active agent for this account. Make one there, then refresh.</source>
        <translation>{provider} não tem agente ativo para esta conta. Crie um lá e atualize.</translation>
    </message>
    <message>
        <source>{agent} is not among the agents any more. Choose another.</source>
        <translation>{agent} não está mais entre os agentes. Escolha outro.</translation>
    </message>
    <message>
        <source>{number} is not among the numbers any more. Choose another.</source>
        <translation>{number} não está mais entre os números. Escolha outro.</translation>
    </message>
    <message>
        <source>No agent is called “{name}”. Choose one of the list.</source>
        <translation>Nenhum agente se chama “{name}”. Escolha um da lista.</translation>
    </message>
    <message>
        <source>Choose the agent to call with first.</source>
        <translation>Escolha primeiro o agente que vai ligar.</translation>
    </message>
    <message>
        <source>No number is called “{name}”. Choose one of the list.</source>
        <translation>Nenhum número se chama “{name}”. Escolha um da lista.</translation>
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
        <translation>Como será ouvido</translation>
    </message>
    <message>
        <source>{size} {kind}, sent as it is</source>
        <translation>{size} {kind}, enviado como está</translation>
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
        <translation>aparado</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>This file is silent: the callee will hear nothing.</source>
        <translation>Este arquivo é mudo: quem atender não ouvirá nada.</translation>
    </message>
    <message>
        <source>It lasts more than five minutes: few people listen that long.</source>
        <translation>Dura mais de cinco minutos: poucos ouvem tanto tempo.</translation>
    </message>
</context>
<context>
    <name>AudioPreview</name>
    <message>
        <source>The sound output does not answer any more. Start Toque again to hear sounds. The call can be placed all the same.</source>
        <translation>A saída de som não responde mais. Reinicie o Toque para ouvir sons. A ligação pode ser feita mesmo assim.</translation>
    </message>
    <message>
        <source>There is no sound output here. The call can be placed all the same.</source>
        <translation>Não há saída de som aqui. A ligação pode ser feita mesmo assim.</translation>
    </message>
    <message>
        <source>The sound cannot be played here. The call can be placed all the same.</source>
        <translation>O som não pode ser tocado aqui. A ligação pode ser feita mesmo assim.</translation>
    </message>
    <message>
        <source>The original is no longer there or cannot be read. What the callee hears is kept: it can be played and sent.</source>
        <translation>O original não está mais lá ou não pode ser lido. O que será ouvido está guardado: pode ser tocado e enviado.</translation>
    </message>
    <message>
        <source>The original cannot be played here. The call can be placed all the same.</source>
        <translation>O original não pode ser tocado aqui. A ligação pode ser feita mesmo assim.</translation>
    </message>
</context>
<context>
    <name>AudioZone</name>
    <message>
        <source>Choose audio file</source>
        <translation>Escolher áudio</translation>
    </message>
    <message>
        <source>Recent audio</source>
        <translation>Áudios recentes</translation>
    </message>
    <message>
        <source>Use a link</source>
        <translation>Usar um link</translation>
    </message>
    <message>
        <source>Audio options</source>
        <translation>Opções de áudio</translation>
    </message>
    <message>
        <source>{name} stays chosen.</source>
        <translation>{name} continua escolhido.</translation>
    </message>
    <message>
        <source>{name} is still being made ready.</source>
        <translation>{name} ainda está sendo preparado.</translation>
    </message>
    <message>
        <source>Enter the link to the sound first.</source>
        <translation>Digite primeiro o link do som.</translation>
    </message>
    <message>
        <source>Choose the sound to play first.</source>
        <translation>Escolha primeiro o som a tocar.</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} está pronto</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
    </message>
    <message>
        <source>Ring {seconds} s</source>
        <translation>Toque {seconds} s</translation>
    </message>
    <message>
        <source>May have been placed</source>
        <translation>Pode ter sido feita</translation>
    </message>
    <message>
        <source>Should be ringing</source>
        <translation>Deve estar tocando</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Accepted by {provider}</source>
        <translation>Aceita por {provider}</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Tocando</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Recusada</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Não atendida</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <source>Not placed</source>
        <translation>Não foi feita</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Não se sabe</translation>
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
        <translation>Tocando, pelo relógio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Encerrada</translation>
    </message>
    <message>
        <source>End not seen</source>
        <translation>Fim não visto</translation>
    </message>
    <message>
        <source>{provider} told us</source>
        <translation>informado por {provider}</translation>
    </message>
    <message>
        <source>by the clock: nobody told us</source>
        <translation>pelo relógio: ninguém informou</translation>
    </message>
    <message>
        <source>done here</source>
        <translation>feito aqui</translation>
    </message>
    <message>
        <source>Plays when answered: {sound}</source>
        <translation>Toca quando atenderem: {sound}</translation>
    </message>
    <message>
        <source>Audio {length}</source>
        <translation>Áudio {length}</translation>
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
        <translation>Quem atendeu</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Ring progress</source>
        <translation>Andamento do toque</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open account settings</source>
        <translation>Abrir configurações da conta</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>{sent} of {total}</source>
        <translation>{sent} de {total}</translation>
    </message>
    <message>
        <source>waiting for the reply</source>
        <translation>aguardando a resposta</translation>
    </message>
    <message>
        <source>Agent {name}</source>
        <translation>Agente {name}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>faltam {seconds} s</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envio</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>até {time}</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of a call</source>
        <translation>Detalhes de uma ligação</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Gravação</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>A ligação</translation>
    </message>
    <message>
        <source>Redial</source>
        <translation>Rediscar</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled</source>
        <translation>Preencher o número de novo; nada é discado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ligação</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Toca</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Call from</source>
        <translation>Ligar de</translation>
    </message>
    <message>
        <source>Primary number</source>
        <translation>Número principal</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>Gravar a ligação</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadados</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>Call ID</source>
        <translation>ID da ligação</translation>
    </message>
    <message>
        <source>What was said can be read here when the call is over.</source>
        <translation>O que for dito pode ser lido aqui quando a ligação terminar.</translation>
    </message>
    <message>
        <source>{provider} has told nothing of what was said.</source>
        <translation>{provider} não informou nada do que foi dito.</translation>
    </message>
</context>
<context>
    <name>CallType</name>
    <message>
        <source>Ring</source>
        <translation>Toque</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
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
        <translation>A Z-API não toca por mais de 15 s.</translation>
    </message>
    <message>
        <source>The Z-API account needs its calls feature for this, and the sound a bitrate of 16k.</source>
        <translation>Para isto a conta Z-API precisa do recurso de ligações, e o som de um bitrate de 16k.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>What was said</source>
        <translation>O que foi dito</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy transcript</source>
        <translation>Copiar transcrição</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Procurar na transcrição</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcrição</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} de {all}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
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
        <translation>ela passa de 1 MiB</translation>
    </message>
    <message>
        <source>its compression is broken</source>
        <translation>a compressão dela está corrompida</translation>
    </message>
    <message>
        <source>The base URL must look like https://host.</source>
        <translation>A URL base deve ter a forma https://servidor.</translation>
    </message>
    <message>
        <source>The base URL must not hold a user, a password, a ? or a #.</source>
        <translation>A URL base não pode conter usuário, senha, ? nem #.</translation>
    </message>
    <message>
        <source>The base URL must begin with https://, or the token would be sent in clear.</source>
        <translation>A URL base deve começar com https://, ou o token seria enviado sem criptografia.</translation>
    </message>
    <message>
        <source>The extra CA file cannot be read, or holds no certificate in PEM form.</source>
        <translation>O arquivo de CA extra não pode ser lido ou não contém um certificado em formato PEM.</translation>
    </message>
    <message>
        <source>The token holds a space or a sign that no token has. Copy it again.</source>
        <translation>O token contém um espaço ou um sinal que nenhum token tem. Copie-o de novo.</translation>
    </message>
    <message>
        <source>The server did not take the connection in time.</source>
        <translation>O servidor não aceitou a conexão a tempo.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If your office inspects connections, give its CA file.</source>
        <translation>O certificado dele não é confiável. Se o seu escritório inspeciona as conexões, informe o arquivo de CA.</translation>
    </message>
    <message>
        <source>It does not speak https as expected.</source>
        <translation>Ele não fala https como esperado.</translation>
    </message>
    <message>
        <source>Its name could not be found.</source>
        <translation>O nome dele não foi encontrado.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>A conexão foi recusada.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>O proxy recusou a conexão.</translation>
    </message>
    <message>
        <source>This computer&apos;s proxy setting cannot be used.</source>
        <translation>A configuração de proxy deste computador não pode ser usada.</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>Não foi possível conectar.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Dê um nome à conta.</translation>
    </message>
    <message>
        <source>Another account has this name. Choose a different one.</source>
        <translation>Outra conta tem este nome. Escolha um diferente.</translation>
    </message>
    <message>
        <source>Choose a provider.</source>
        <translation>Escolha um provedor.</translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation>Este campo é necessário.</translation>
    </message>
    <message>
        <source>The settings could not be read. {why}</source>
        <translation>As configurações não puderam ser lidas. {why}</translation>
    </message>
    <message>
        <source>The settings are damaged. {why}</source>
        <translation>As configurações estão danificadas. {why}</translation>
    </message>
    <message>
        <source>Another Toque holds the settings in {folder}. Close it first.</source>
        <translation>Outro Toque está usando as configurações em {folder}. Feche-o primeiro.</translation>
    </message>
    <message>
        <source>There is a character in the settings that is none. Remove it.</source>
        <translation>Há nas configurações um caractere inválido. Remova-o.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not work. Check that gnome-keyring or KWallet is running (logging in again starts it), and try again.</source>
        <translation>O chaveiro do sistema não funciona. Verifique se o gnome-keyring ou o KWallet está em execução (entrar de novo na sessão o inicia) e tente de novo.</translation>
    </message>
    <message>
        <source>The macOS Keychain cannot be used. Open Keychain Access, unlock the login keychain, and try again.</source>
        <translation>As Chaves do macOS não podem ser usadas. Abra o Acesso às Chaves, desbloqueie as chaves de início de sessão e tente de novo.</translation>
    </message>
    <message>
        <source>Windows&apos;s credential store cannot be used. Check that the service Credential Manager is running, and try again.</source>
        <translation>O cofre de credenciais do Windows não pode ser usado. Verifique se o serviço Gerenciador de Credenciais está em execução e tente de novo.</translation>
    </message>
    <message>
        <source>There is no keyring to keep tokens in. Install gnome-keyring or KWallet, log out and in again, and start Toque again.</source>
        <translation>Não há chaveiro para guardar tokens. Instale o gnome-keyring ou o KWallet, saia da sessão, entre de novo e reinicie o Toque.</translation>
    </message>
    <message>
        <source>The keyring is switched off for Python programs. Remove PYTHON_KEYRING_BACKEND from the environment, or default-keyring from keyringrc.cfg, and start Toque again.</source>
        <translation>O chaveiro está desligado para programas Python. Remova PYTHON_KEYRING_BACKEND do ambiente, ou default-keyring de keyringrc.cfg, e reinicie o Toque.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it and try again.</source>
        <translation>O chaveiro do sistema está bloqueado. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring accepted the token but does not give it back. Check the keyring and try again.</source>
        <translation>O chaveiro do sistema aceitou o token, mas não o devolve. Verifique o chaveiro e tente de novo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer within {seconds} s. Unlock it and try again.</source>
        <translation>O chaveiro do sistema não respondeu em {seconds} s. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>The token is too long for Windows&apos;s credential store ({length} of at most {longest} characters).</source>
        <translation>O token é longo demais para o cofre de credenciais do Windows ({length} de no máximo {longest} caracteres).</translation>
    </message>
    <message>
        <source>Toque is closing.</source>
        <translation>O Toque está fechando.</translation>
    </message>
    <message>
        <source>Another Toque is opening the history in {folder}. Close it and try again.</source>
        <translation>Outro Toque está abrindo o histórico em {folder}. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>Another program is holding {file}. Close it and try again.</source>
        <translation>Outro programa está segurando {file}. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>The disk with {folder} failed ({error}). Check the disk and try again.</source>
        <translation>O disco com {folder} falhou ({error}). Verifique o disco e tente de novo.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({error}). Check the folder and its disk.</source>
        <translation>{folder} não pode ser usada ({error}). Verifique a pasta e o disco dela.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again.</source>
        <translation>O disco com {folder} está cheio. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to. Check its permissions, or choose another profile folder.</source>
        <translation>Não é possível gravar em {folder}. Verifique as permissões ou escolha outra pasta de perfil.</translation>
    </message>
    <message>
        <source>The disk with {folder} did not answer within {seconds} s. Check it and try again.</source>
        <translation>O disco com {folder} não respondeu em {seconds} s. Verifique-o e tente de novo.</translation>
    </message>
    <message>
        <source>There is no sound to play.</source>
        <translation>Não há som para tocar.</translation>
    </message>
    <message>
        <source>it names no call</source>
        <translation>ela não indica nenhuma ligação</translation>
    </message>
    <message>
        <source>the recording is no sound</source>
        <translation>a gravação não é um som</translation>
    </message>
    <message>
        <source>test key: no real calls</source>
        <translation>chave de teste: sem ligações reais</translation>
    </message>
    <message>
        <source>live key: real calls</source>
        <translation>chave de produção: ligações reais</translation>
    </message>
    <message>
        <source>it gives no reason</source>
        <translation>sem dizer o motivo</translation>
    </message>
    <message>
        <source>it is not the JSON that is documented</source>
        <translation>não é o JSON documentado</translation>
    </message>
    <message>
        <source>an undocumented HTTP {status}</source>
        <translation>um HTTP {status} não documentado</translation>
    </message>
    <message>
        <source>{name} is not a sound file. Choose one, such as an MP3, M4A or WAV.</source>
        <translation>{name} não é um arquivo de som. Escolha um, como MP3, M4A ou WAV.</translation>
    </message>
    <message>
        <source>{name} has pictures but no sound. Choose a file with sound.</source>
        <translation>{name} tem imagens, mas não tem som. Escolha um arquivo com som.</translation>
    </message>
    <message>
        <source>{name} is protected against copying and cannot be played in a call. Choose one that is not.</source>
        <translation>{name} é protegido contra cópia e não pode ser tocado numa ligação. Escolha um que não seja.</translation>
    </message>
    <message>
        <source>The sound in {name} cannot be decoded. Save it as MP3 or WAV, and choose that.</source>
        <translation>O som de {name} não pode ser decodificado. Salve-o como MP3 ou WAV e escolha esse.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of it can be played. Choose a copy that is whole.</source>
        <translation>{name} está danificado: nada dele pode ser tocado. Escolha uma cópia inteira.</translation>
    </message>
    <message>
        <source>{name} breaks off at {played} of {length}. Choose a copy that is whole.</source>
        <translation>{name} é interrompido em {played} de {length}. Escolha uma cópia inteira.</translation>
    </message>
    <message>
        <source>{name} breaks off at {played}, in the middle of a part. Choose a copy that is whole.</source>
        <translation>{name} é interrompido em {played}, no meio de um trecho. Escolha uma cópia inteira.</translation>
    </message>
    <message>
        <source>{name} is damaged: only {played} of {length} can be played. Choose a copy that is whole.</source>
        <translation>{name} está danificado: só {played} de {length} podem ser tocados. Escolha uma cópia inteira.</translation>
    </message>
    <message>
        <source>{name} lasts {length}. No more than {longest} can be played in a call: shorten it.</source>
        <translation>{name} dura {length}. Numa ligação podem ser tocados no máximo {longest}: encurte-o.</translation>
    </message>
    <message>
        <source>{name} lasts more than {longest}, the longest for a call: shorten it.</source>
        <translation>{name} dura mais de {longest}, o máximo para uma ligação: encurte-o.</translation>
    </message>
    <message>
        <source>{name} would be {size} MB when sent, and {largest} MB is the most. Choose a shorter one.</source>
        <translation>{name} teria {size} MB ao ser enviado, e o máximo são {largest} MB. Escolha um mais curto.</translation>
    </message>
    <message>
        <source>{name} is not there. Choose the file again.</source>
        <translation>{name} não está lá. Escolha o arquivo de novo.</translation>
    </message>
    <message>
        <source>{name} is a link to a file that is not there. Choose the file itself.</source>
        <translation>{name} é um atalho para um arquivo que não existe. Escolha o próprio arquivo.</translation>
    </message>
    <message>
        <source>{name} is a shortcut. Choose the file itself.</source>
        <translation>{name} é um atalho. Escolha o próprio arquivo.</translation>
    </message>
    <message>
        <source>{name} is a folder. Choose a file in it.</source>
        <translation>{name} é uma pasta. Escolha um arquivo dentro dela.</translation>
    </message>
    <message>
        <source>{name} is not an ordinary file. Choose a sound file.</source>
        <translation>{name} não é um arquivo comum. Escolha um arquivo de som.</translation>
    </message>
    <message>
        <source>You are not allowed to read {name}. Change its permissions, or choose another file.</source>
        <translation>Você não tem permissão para ler {name}. Mude as permissões ou escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({error}). Check its disk, or choose another file.</source>
        <translation>{name} não pode ser lido ({error}). Verifique o disco ou escolha outro arquivo.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a file with sound in it.</source>
        <translation>{name} está vazio. Escolha um arquivo que tenha som.</translation>
    </message>
    <message>
        <source>{name} changed while it was being read. Choose it again when it is finished.</source>
        <translation>{name} mudou enquanto era lido. Escolha-o de novo quando estiver pronto.</translation>
    </message>
    <message>
        <source>The link must look like https://host/file.mp3.</source>
        <translation>O link deve ser como https://host/arquivo.mp3.</translation>
    </message>
    <message>
        <source>The link holds a user or a password, which the provider would see. Use one without.</source>
        <translation>O link contém um usuário ou uma senha, que o provedor veria. Use um sem isso.</translation>
    </message>
    <message>
        <source>The link does not answer. {why}</source>
        <translation>O link não responde. {why}</translation>
    </message>
    <message>
        <source>The link answers with HTTP {status}: the provider will not get the sound from it either.</source>
        <translation>O link responde com HTTP {status}: o provedor também não obterá o som dele.</translation>
    </message>
    <message>
        <source>A call plays one file: {name} was taken, the others were not.</source>
        <translation>Uma ligação toca um só arquivo: {name} foi usado, os outros não.</translation>
    </message>
    <message>
        <source>{name} is no longer in {folder}. Choose the sound again.</source>
        <translation>{name} não está mais em {folder}. Escolha o som de novo.</translation>
    </message>
    <message>
        <source>The content of {name} has changed since that call. Choose it again if that is meant.</source>
        <translation>O conteúdo de {name} mudou desde aquela ligação. Escolha-o de novo se for isso mesmo.</translation>
    </message>
    <message>
        <source>{name} has changed since that call: it lasted {before} and lasts {now} now. Choose it again if that is meant.</source>
        <translation>{name} mudou desde aquela ligação: durava {before} e agora dura {now}. Escolha-o de novo se for isso mesmo.</translation>
    </message>
    <message>
        <source>{name} has changed since it was chosen, so it stays as it was. Choose it again to have it new.</source>
        <translation>{name} mudou desde que foi escolhido, por isso fica como estava. Escolha-o de novo para usar o novo.</translation>
    </message>
    <message>
        <source>What followed the ? in the link is not kept in history. Paste the whole link again.</source>
        <translation>O que vinha depois do ? no link não fica no histórico. Cole o link inteiro de novo.</translation>
    </message>
    <message>
        <source>Toque made a mistake with this link. The log says more.</source>
        <translation>O Toque cometeu um erro com este link. O registro diz mais.</translation>
    </message>
    <message>
        <source>Calls through this account play a sound from a link only. Give its link.</source>
        <translation>Ligações por esta conta só tocam som de um link. Informe o link.</translation>
    </message>
    <message>
        <source>Calls through this account play files only. Choose a file.</source>
        <translation>Ligações por esta conta só tocam arquivos. Escolha um arquivo.</translation>
    </message>
    <message>
        <source>Calls through this account cannot play a sound. Choose another account.</source>
        <translation>Ligações por esta conta não podem tocar um som. Escolha outra conta.</translation>
    </message>
    <message>
        <source>Toque made a mistake with this file. The log says more.</source>
        <translation>O Toque cometeu um erro com este arquivo. O registro diz mais.</translation>
    </message>
    <message>
        <source>it names no https address</source>
        <translation>não indica um endereço https</translation>
    </message>
    <message>
        <source>it is larger than 100 MiB</source>
        <translation>é maior que 100 MiB</translation>
    </message>
    <message>
        <source>It places no calls of this kind.</source>
        <translation>Não faz ligações deste tipo.</translation>
    </message>
    <message>
        <source>There is no sound that it could play.</source>
        <translation>Não há som que possa tocar.</translation>
    </message>
    <message>
        <source>There is no agent to call with.</source>
        <translation>Não há agente para ligar.</translation>
    </message>
    <message>
        <source>The time must be from {shortest} to {longest} seconds.</source>
        <translation>O tempo deve ser de {shortest} a {longest} segundos.</translation>
    </message>
    <message>
        <source>phone offline</source>
        <translation>telefone desconectado</translation>
    </message>
    <message>
        <source>There is no link to a sound.</source>
        <translation>Não há link para um som.</translation>
    </message>
    <message>
        <source>it names a call and an error</source>
        <translation>indica uma ligação e um erro</translation>
    </message>
</context>
<context>
    <name>DialPad</name>
    <message>
        <source>Dial pad</source>
        <translation>Teclado de discagem</translation>
    </message>
</context>
<context>
    <name>Dialler</name>
    <message>
        <source>Enter to call · Esc to clear</source>
        <translation>Enter para ligar · Esc para limpar</translation>
    </message>
    <message>
        <source>Calls through this account cannot play a sound. Choose another account.</source>
        <translation>Ligações por esta conta não podem tocar um som. Escolha outra conta.</translation>
    </message>
    <message>
        <source>Calls through this account have no agents. Choose another account.</source>
        <translation>Ligações por esta conta não têm agentes. Escolha outra conta.</translation>
    </message>
    <message>
        <source>Too many requests: wait {seconds} s</source>
        <translation>Muitas solicitações: aguarde {seconds} s</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Tocar</translation>
    </message>
    <message>
        <source>Ring {number} for {seconds} s</source>
        <translation>Tocar {number} por {seconds} s</translation>
    </message>
    <message>
        <source>Call and play a sound</source>
        <translation>Ligar e tocar um som</translation>
    </message>
    <message>
        <source>Call {number} and play {length}</source>
        <translation>Ligar para {number} e tocar {length}</translation>
    </message>
    <message>
        <source>Call {number} and play the link</source>
        <translation>Ligar para {number} e tocar o link</translation>
    </message>
    <message>
        <source>Have an agent call</source>
        <translation>Fazer um agente ligar</translation>
    </message>
    <message>
        <source>the agent</source>
        <translation>o agente</translation>
    </message>
    <message>
        <source>Have {agent} call {number}</source>
        <translation>Fazer {agent} ligar para {number}</translation>
    </message>
</context>
<context>
    <name>FieldEdit</name>
    <message>
        <source>Kept in the keyring; type to replace it</source>
        <translation>Guardado no chaveiro; digite para substituí-lo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Show {field}</source>
        <translation>Mostrar {field}</translation>
    </message>
    <message>
        <source>Remove {field}</source>
        <translation>Remover {field}</translation>
    </message>
    <message>
        <source>Removed when you save</source>
        <translation>Removido ao salvar</translation>
    </message>
    <message>
        <source>Stays as it is; type to replace it</source>
        <translation>Fica como está; digite para substituir</translation>
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
        <translation>Ligação</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>O que se sabe</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Redial</source>
        <translation>Ligar de novo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
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
        <translation>Solte um arquivo de áudio aqui</translation>
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
        <translation>Desconhecida</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>Link to the sound</source>
        <translation>Link do som</translation>
    </message>
    <message>
        <source>The provider fetches it, so it must be public.</source>
        <translation>O provedor o busca, por isso deve ser público.</translation>
    </message>
    <message>
        <source>an unknown kind</source>
        <translation>tipo desconhecido</translation>
    </message>
    <message>
        <source>It answers: {kind}</source>
        <translation>Ele responde: {kind}</translation>
    </message>
    <message>
        <source>It answers, but not with a sound: {kind}</source>
        <translation>Ele responde, mas não com um som: {kind}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toque – practice</source>
        <translation>Toque – prática</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Discar</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Ligações</translation>
    </message>
</context>
<context>
    <name>MetadataRows</name>
    <message>
        <source>Metadata</source>
        <translation>Metadados</translation>
    </message>
    <message>
        <source>Goes along with the call, key by key.</source>
        <translation>Vai junto com a ligação, chave por chave.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add metadata</source>
        <translation>Adicionar metadado</translation>
    </message>
    <message>
        <source>Metadata key {number}</source>
        <translation>Chave de metadado {number}</translation>
    </message>
    <message>
        <source>Metadata value {number}</source>
        <translation>Valor de metadado {number}</translation>
    </message>
    <message>
        <source>Remove metadata {number}</source>
        <translation>Remover metadado {number}</translation>
    </message>
    <message>
        <source>“{key}” is there twice: the last one counts.</source>
        <translation>“{key}” aparece duas vezes: vale a última.</translation>
    </message>
    <message>
        <source>A value without a key is left out.</source>
        <translation>Um valor sem chave fica de fora.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
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
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>Enter a number.</source>
        <translation>Digite um número.</translation>
    </message>
    <message>
        <source>There is a letter in the number (“{found}”). Remove it.</source>
        <translation>Há uma letra no número (“{found}”). Remova-a.</translation>
    </message>
    <message>
        <source>“{found}” cannot be part of a number. Remove it.</source>
        <translation>“{found}” não pode fazer parte de um número. Remova.</translation>
    </message>
    <message>
        <source>This is a WhatsApp group. Only one person can be called.</source>
        <translation>Isto é um grupo do WhatsApp. Só se pode ligar para uma pessoa.</translation>
    </message>
    <message>
        <source>The number is too short. Digits are missing.</source>
        <translation>O número é curto demais. Faltam dígitos.</translation>
    </message>
    <message>
        <source>The number is too long. Check for extra digits.</source>
        <translation>O número é longo demais. Veja se há dígitos a mais.</translation>
    </message>
    <message>
        <source>The number is too short. The area code is missing.</source>
        <translation>O número é curto demais. Falta o DDD.</translation>
    </message>
    <message>
        <source>Begin with + and the country code, or choose a default country in the settings.</source>
        <translation>Comece com + e o código do país, ou escolha um país padrão nas configurações.</translation>
    </message>
    <message>
        <source>No country has numbers that begin with {found}.</source>
        <translation>Nenhum país tem números que começam com {found}.</translation>
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
        <translation>não se conhecem números assim lá, confira os dígitos</translation>
    </message>
    <message>
        <source>Read as {number}</source>
        <translation>Lido como {number}</translation>
    </message>
    <message>
        <source>Begin with + and the country code.</source>
        <translation>Comece com + e o código do país.</translation>
    </message>
    <message>
        <source>A number without + is read as one of {country}.</source>
        <translation>Um número sem + é lido como número deste país: {country}.</translation>
    </message>
    <message>
        <source>More digits to come.</source>
        <translation>Faltam dígitos.</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>celular</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>fixo</translation>
    </message>
    <message>
        <source>landline or mobile</source>
        <translation>fixo ou celular</translation>
    </message>
    <message>
        <source>special number</source>
        <translation>número especial</translation>
    </message>
    <message>
        <source>{time} there</source>
        <translation>{time} lá</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Clear number</source>
        <translation>Limpar número</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de telefone</translation>
    </message>
</context>
<context>
    <name>OptionsMenu</name>
    <message>
        <source>Level the volume</source>
        <translation>Nivelar o volume</translation>
    </message>
    <message>
        <source>Trim silence at both ends</source>
        <translation>Aparar o silêncio nas pontas</translation>
    </message>
    <message>
        <source>Check that a link answers</source>
        <translation>Verificar se o link responde</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Remover o arquivo</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Answered after 2 s, then talks for 5 s</source>
        <translation>Atendida depois de 2 s, a conversa dura 5 s</translation>
    </message>
    <message>
        <source>Declined after 2 s</source>
        <translation>Recusada depois de 2 s</translation>
    </message>
    <message>
        <source>Rings and is not answered</source>
        <translation>Toca e não é atendida</translation>
    </message>
    <message>
        <source>Busy (Ringyo)</source>
        <translation>Ocupado (Ringyo)</translation>
    </message>
    <message>
        <source>The server fails and says why</source>
        <translation>O servidor falha e diz por quê</translation>
    </message>
    <message>
        <source>The connection breaks after the request was read</source>
        <translation>A conexão cai depois que a solicitação foi lida</translation>
    </message>
    <message>
        <source>The token is rate limited for 5 s</source>
        <translation>O token fica limitado por 5 s</translation>
    </message>
    <message>
        <source>The token is refused</source>
        <translation>O token é recusado</translation>
    </message>
    <message>
        <source>The reply comes after 20 s, then it rings and is not answered</source>
        <translation>A resposta chega depois de 20 s, então toca e não é atendida</translation>
    </message>
    <message>
        <source>Has no WhatsApp (Z-API)</source>
        <translation>Não tem WhatsApp (Z-API)</translation>
    </message>
    <message>
        <source>Rings, and nobody answers</source>
        <translation>Toca e ninguém atende</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice mode: no real phone rings. Numbers ending 0001 answer, 0002 decline, 0003 ring out.</source>
        <translation>Modo de prática: nenhum telefone real toca. Final 0001 atende, 0002 recusa, 0003 só toca.</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>any other</source>
        <translation>qualquer outro</translation>
    </message>
</context>
<context>
    <name>PreparingView</name>
    <message>
        <source>Making the sound ready</source>
        <translation>Preparo do som</translation>
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
        <translation>Ainda não há conta pela qual ligar.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Call anyway</source>
        <translation>Ligar mesmo assim</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Não ligar</translation>
    </message>
    <message>
        <source>{number} seems to have no WhatsApp. Call anyway?</source>
        <translation>{number} parece não ter WhatsApp. Ligar mesmo assim?</translation>
    </message>
    <message>
        <source>{number} seems to have no WhatsApp.</source>
        <translation>{number} parece não ter WhatsApp.</translation>
    </message>
    <message>
        <source>{seconds} s ago</source>
        <translation>há {seconds} s</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>{number} was called {when}, and it is not known what became of it. Call again?</source>
        <translation>Ligação anterior para {number}: {when}, e não se sabe o que houve com ela. Ligar de novo?</translation>
    </message>
    <message>
        <source>{number} was called {when} ({state}). Call again?</source>
        <translation>Ligação anterior para {number}: {when} ({state}). Ligar de novo?</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>{provider} refused the token: it is wrong or was revoked. Check it in the account settings.</source>
        <translation>{provider} recusou o token: está errado ou foi revogado. Verifique-o nas configurações da conta.</translation>
    </message>
    <message>
        <source>{provider} does not know this instance, or it is not this token&apos;s. Check the account settings.</source>
        <translation>{provider} não conhece esta instância, ou ela não é deste token. Verifique as configurações da conta.</translation>
    </message>
    <message>
        <source>The account&apos;s settings cannot be used. {detail}</source>
        <translation>As configurações da conta não podem ser usadas. {detail}</translation>
    </message>
    <message>
        <source>{provider} refused the request: {detail}</source>
        <translation>{provider} recusou a solicitação: {detail}</translation>
    </message>
    <message>
        <source>The account has not enough credit: {detail}</source>
        <translation>A conta não tem crédito suficiente: {detail}</translation>
    </message>
    <message>
        <source>Too many requests with this token: nothing is sent until the limit is lifted.</source>
        <translation>Solicitações demais com este token: nada é enviado até o limite ser liberado.</translation>
    </message>
    <message>
        <source>{provider} could not be reached, so nothing was sent. Check the network and the account&apos;s base URL. {detail}</source>
        <translation>{provider} não pôde ser alcançado, por isso nada foi enviado. Verifique a rede e a URL base da conta. {detail}</translation>
    </message>
    <message>
        <source>The connection broke before all of it was sent, so no call was placed. Check the network and try again.</source>
        <translation>A conexão caiu antes de tudo ser enviado, por isso nenhuma ligação foi feita. Verifique a rede e tente de novo.</translation>
    </message>
    <message>
        <source>The server takes no sound as large as this. Choose a shorter one, or give a link.</source>
        <translation>O servidor não aceita um som deste tamanho. Escolha um mais curto ou informe um link.</translation>
    </message>
    <message>
        <source>{provider} did not answer. Check the network, or try again in a while.</source>
        <translation>{provider} não respondeu. Verifique a rede ou tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>{provider} answered what could not be understood: {detail}. Check the account&apos;s base URL.</source>
        <translation>{provider} respondeu algo que não foi possível entender: {detail}. Verifique a URL base da conta.</translation>
    </message>
    <message>
        <source>The account is no longer there. Choose another.</source>
        <translation>A conta não existe mais. Escolha outra.</translation>
    </message>
    <message>
        <source>The account has no token. Enter it in the account settings.</source>
        <translation>A conta não tem token. Informe-o nas configurações da conta.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer, so nothing was sent. Unlock it and try again.</source>
        <translation>O chaveiro do sistema não respondeu, por isso nada foi enviado. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used, so nothing was sent. {detail}</source>
        <translation>O chaveiro do sistema não pode ser usado, por isso nada foi enviado. {detail}</translation>
    </message>
    <message>
        <source>The call could not be written to history, so it was not sent. {detail}</source>
        <translation>A ligação não pôde ser gravada no histórico, por isso não foi enviada. {detail}</translation>
    </message>
    <message>
        <source>{provider} asks for the account security token as well: enter the Client-Token in the account settings.</source>
        <translation>{provider} pede também o token de segurança da conta: digite o Client-Token nas configurações da conta.</translation>
    </message>
    <message>
        <source>{provider} does not know this agent any more. Choose another.</source>
        <translation>{provider} não conhece mais este agente. Escolha outro.</translation>
    </message>
    <message>
        <source>{provider} cannot call this number. Check it. {detail}</source>
        <translation>{provider} não pode ligar para este número. Verifique-o. {detail}</translation>
    </message>
    <message>
        <source>{provider} does not call from this number of yours. Choose another. {detail}</source>
        <translation>{provider} não liga a partir deste seu número. Escolha outro. {detail}</translation>
    </message>
    <message>
        <source>{provider} carries no more calls of this account at the same time. Wait until one is over. {detail}</source>
        <translation>{provider} não aceita mais ligações simultâneas desta conta. Espere uma terminar. {detail}</translation>
    </message>
    <message>
        <source>{provider} cannot do this, so nothing was sent. {detail}</source>
        <translation>{provider} não pode fazer isto, por isso nada foi enviado. {detail}</translation>
    </message>
    <message>
        <source>{provider} has no recording of this call.</source>
        <translation>{provider} não tem gravação desta ligação.</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Cancelada antes de ser enviada.</translation>
    </message>
    <message>
        <source>Toque was closed before it was sent.</source>
        <translation>O Toque foi fechado antes de ela ser enviada.</translation>
    </message>
    <message>
        <source>Toque made a mistake and nothing was sent. The log says more.</source>
        <translation>O Toque cometeu um erro e nada foi enviado. O log diz mais.</translation>
    </message>
    <message>
        <source>{provider} says that it failed: {detail}</source>
        <translation>{provider} diz que falhou: {detail}</translation>
    </message>
    <message>
        <source>{provider} says that the call failed.</source>
        <translation>{provider} diz que a ligação falhou.</translation>
    </message>
    <message>
        <source>The connection broke before the reply. Check before calling again.</source>
        <translation>A conexão caiu antes da resposta. Verifique antes de ligar de novo.</translation>
    </message>
    <message>
        <source>No reply came within {detail} s. Check before calling again.</source>
        <translation>Nenhuma resposta chegou em {detail} s. Verifique antes de ligar de novo.</translation>
    </message>
    <message>
        <source>{provider} sent a reply that could not be understood: {detail}. Check before calling again.</source>
        <translation>{provider} enviou uma resposta que não pôde ser entendida: {detail}. Verifique antes de ligar de novo.</translation>
    </message>
    <message>
        <source>Toque was closed before the reply came. Check before calling again.</source>
        <translation>O Toque foi fechado antes de a resposta chegar. Verifique antes de ligar de novo.</translation>
    </message>
    <message>
        <source>Toque stopped following it, so it is not known whether it was answered.</source>
        <translation>O Toque deixou de acompanhá-la, por isso não se sabe se foi atendida.</translation>
    </message>
    <message>
        <source>Ring time over: this provider does not say whether it was answered</source>
        <translation>Tempo de toque encerrado: este provedor não informa se foi atendida</translation>
    </message>
    <message>
        <source>It is over, but live status was interrupted: it may have been answered meanwhile.</source>
        <translation>Terminou, mas o status ao vivo foi interrompido: pode ter sido atendida nesse meio-tempo.</translation>
    </message>
    <message>
        <source>{provider} has not said whether it was answered, and what became of it.</source>
        <translation>{provider} não informou se foi atendida nem o que aconteceu com ela.</translation>
    </message>
    <message>
        <source>{provider} does not tell any more what became of it: {detail}</source>
        <translation>{provider} não informa mais o que aconteceu com ela: {detail}</translation>
    </message>
    <message>
        <source>{provider} does not know this call any more.</source>
        <translation>{provider} não conhece mais esta ligação.</translation>
    </message>
    <message>
        <source>It was answered; its end was not seen.</source>
        <translation>Foi atendida; o fim não foi visto.</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Recent audio</source>
        <translation>Áudios recentes</translation>
    </message>
    <message>
        <source>No longer there: {path}</source>
        <translation>Não está mais lá: {path}</translation>
    </message>
    <message>
        <source>No file was chosen yet</source>
        <translation>Nenhum arquivo foi escolhido ainda</translation>
    </message>
</context>
<context>
    <name>RecordingBox</name>
    <message>
        <source>Play recording</source>
        <translation>Tocar a gravação</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Posição na gravação</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>Salvar gravação</translation>
    </message>
    <message>
        <source>Fetching the recording from {provider}…</source>
        <translation>Buscando a gravação em {provider}…</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not answer. Unlock it and try again.</source>
        <translation>O chaveiro do sistema não respondeu. Desbloqueie-o e tente de novo.</translation>
    </message>
    <message>
        <source>Toque made a mistake. The log says more.</source>
        <translation>O Toque cometeu um erro. O registro diz mais.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>The recording cannot be heard here. Save it, and open it with another program.</source>
        <translation>A gravação não pode ser ouvida aqui. Salve-a e abra-a com outro programa.</translation>
    </message>
    <message>
        <source>The recording could not be saved as {path}: {problem}. Choose another folder.</source>
        <translation>A gravação não pôde ser salva como {path}: {problem}. Escolha outra pasta.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Salva como {path}</translation>
    </message>
</context>
<context>
    <name>RingDuration</name>
    <message>
        <source>Ring for</source>
        <translation>Tocar por</translation>
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
        <translation>No mínimo {shortest} s</translation>
    </message>
    <message>
        <source>At most {longest} s</source>
        <translation>No máximo {longest} s</translation>
    </message>
    <message>
        <source>At most {longest} s: {why}</source>
        <translation>No máximo {longest} s: {why}</translation>
    </message>
    <message>
        <source>Enter whole seconds from {shortest} to {longest}</source>
        <translation>Digite segundos inteiros de {shortest} a {longest}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Practice mode has accounts of its own, so that no real phone can ring. Add accounts in Toque&apos;s ordinary window.</source>
        <translation>O modo prática tem contas próprias, para que nenhum telefone real toque. Adicione contas na janela normal do Toque.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>To place calls, Toque needs an account at a call provider.</source>
        <translation>Para fazer ligações, o Toque precisa de uma conta em um provedor de ligações.</translation>
    </message>
    <message>
        <source>Its token stays in this computer&apos;s keyring. Or look around first: in practice mode no real phone rings.</source>
        <translation>O token dela fica no chaveiro deste computador. Ou conheça o Toque primeiro: no modo de prática nenhum telefone real toca.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Adicionar uma conta</translation>
    </message>
    <message>
        <source>Try it in practice mode</source>
        <translation>Experimentar no modo de prática</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>{remaining} of {limit} requests left this minute</source>
        <translation>restam {remaining} de {limit} solicitações neste minuto</translation>
    </message>
    <message>
        <source>live status on</source>
        <translation>status ao vivo ligado</translation>
    </message>
    <message>
        <source>live status connecting</source>
        <translation>status ao vivo conectando</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Seconds. Space plays and stops, the arrow keys move.</source>
        <translation>Segundos. Espaço toca e para, as setas movem.</translation>
    </message>
</context>
<context>
    <name>WindowProgram</name>
    <message>
        <source>The settings were damaged. They are kept as {name}, and new ones begun.</source>
        <translation>As configurações estavam danificadas. Ficaram guardadas como {name}, e novas foram iniciadas.</translation>
    </message>
    <message>
        <source>Practice {provider}</source>
        <translation>Prática {provider}</translation>
    </message>
    <message>
        <source>The history was damaged. It is kept as {name}, and a new one begun.</source>
        <translation>O histórico estava danificado. Ficou guardado como {name}, e um novo foi iniciado.</translation>
    </message>
    <message>
        <source>The history is of a newer version of Toque. It is kept as {name}, and a new one begun.</source>
        <translation>O histórico é de uma versão mais nova do Toque. Ficou guardado como {name}, e um novo foi iniciado.</translation>
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
        <translation>Versões, tipos de conta e os últimos erros: nenhum token, nenhum número completo.</translation>
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
        <translation>País padrão</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>As the system: {country}</source>
        <translation>Como o sistema: {country}</translation>
    </message>
    <message>
        <source>As the system: {language}</source>
        <translation>Como o sistema: {language}</translation>
    </message>
    <message>
        <source>Numbers typed without + and a country code are read as numbers of this country.</source>
        <translation>Números digitados sem + e código do país são lidos como números deste país.</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Vale a partir da próxima abertura.</translation>
    </message>
</context>
</TS>
