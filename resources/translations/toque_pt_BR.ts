<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Help (F1)</source>
        <translation>Ajuda (F1)</translation>
    </message>
    <message>
        <source>Third-party licences</source>
        <translation>Licenças de terceiros</translation>
    </message>
    <message>
        <source>Toque {version}</source>
        <translation>Toque {version}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence: use it, change it, pass it on.</source>
        <translation>Software livre sob a licença MIT: use, modifique, repasse.</translation>
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
    <name>AccountSelector</name>
    <message>
        <source>set by your administrator</source>
        <translation>definida pelo administrador</translation>
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
        <source>Set by your administrator</source>
        <translation>Definido pelo administrador</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>Digitar o token</translation>
    </message>
    <message>
        <source>Your administrator has set up this account in {path}. You enter its token; only the administrator can change or remove the rest.</source>
        <translation>O administrador configurou esta conta em {path}. Você digita o token; só o administrador pode mudar ou remover o resto.</translation>
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
    <name>ActionRow</name>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>More that can be done with this call</source>
        <translation>Mais que se pode fazer com esta ligação</translation>
    </message>
    <message>
        <source>Fill the number in again; nothing is dialled (Enter)</source>
        <translation>Preencher o número de novo; nada é discado (Enter)</translation>
    </message>
    <message>
        <source>All that is known of this call (Alt+Enter)</source>
        <translation>Tudo o que se sabe desta ligação (Alt+Enter)</translation>
    </message>
    <message>
        <source>Write down what was said, and how it went (Ctrl+N)</source>
        <translation>Anotar o que foi dito e como foi (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Live calls</source>
        <translation>Ligações em curso</translation>
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
    <name>Around</name>
    <message>
        <source>Toque is still here, in the tray. Quit is in the menu of its icon.</source>
        <translation>O Toque continua aqui, na bandeja. Sair está no menu do ícone.</translation>
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
    <name>CallActions</name>
    <message>
        <source>Redial</source>
        <translation>Rediscar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
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
        <translation>Ligar para a outra forma</translation>
    </message>
    <message>
        <source>All calls with this person</source>
        <translation>Todas as ligações com esta pessoa</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Adicionar aos contatos</translation>
    </message>
    <message>
        <source>Add to do-not-call list</source>
        <translation>Adicionar à lista de não ligar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Call the other form: {number}</source>
        <translation>Ligar para a outra forma: {number}</translation>
    </message>
    <message>
        <source>The same person, written otherwise; nothing is dialled</source>
        <translation>A mesma pessoa, com o número escrito de outro modo; nada é discado</translation>
    </message>
    <message>
        <source>Show the contact</source>
        <translation>Mostrar o contato</translation>
    </message>
    <message>
        <source>Number copied</source>
        <translation>Número copiado</translation>
    </message>
    <message>
        <source>Call copied as text</source>
        <translation>Ligação copiada como texto</translation>
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
        <source>Guard</source>
        <translation>Proteção</translation>
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
    <name>CallText</name>
    <message>
        <source>Duration: {duration}</source>
        <translation>Duração: {duration}</translation>
    </message>
    <message>
        <source>Call ID: {id}</source>
        <translation>ID da ligação: {id}</translation>
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
    <name>ClipboardWatch</name>
    <message>
        <source>Number copied: {number}</source>
        <translation>Número copiado: {number}</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Preencher</translation>
    </message>
    <message>
        <source>{count} numbers copied</source>
        <translation>{count} números copiados</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Escolher um</translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Coluna {number}</translation>
    </message>
</context>
<context>
    <name>ContactButton</name>
    <message>
        <source>Show the contact {name}</source>
        <translation>Mostrar o contato {name}</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Adicionar aos contatos</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Favourite: a key of the speed dial</source>
        <translation>Favorito: uma tecla da discagem rápida</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Dê um nome.</translation>
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
        <translation>Adicionar um número</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Fill in number</source>
        <translation>Preencher número</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Todas as ligações</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Save this contact (Ctrl+S)</source>
        <translation>Salvar este contato (Ctrl+S)</translation>
    </message>
    <message>
        <source>Fill the number in in the dialler; nothing is dialled (Ctrl+Enter)</source>
        <translation>Preencher o número no discador; nada é discado (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Remove {name}? The calls stay in the history.</source>
        <translation>Remover {name}? As ligações ficam no histórico.</translation>
    </message>
    <message>
        <source>Remove contact</source>
        <translation>Remover contato</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>1 contact</source>
        <translation>1 contato</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} contatos</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 linha</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} linhas</translation>
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
        <translation>Contatos</translation>
    </message>
</context>
<context>
    <name>ContactsDuplicates</name>
    <message>
        <source>Duplicate contacts</source>
        <translation>Contatos duplicados</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Grupos de duplicados</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Mesclar</translation>
    </message>
    <message>
        <source>Make one contact of these (Ctrl+Enter)</source>
        <translation>Fazer destes um só contato (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Leave these as they are</source>
        <translation>Deixar estes como estão</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Procurando duplicados…</translation>
    </message>
    <message>
        <source>The same number or the same name more than once. Groups left: {count}.</source>
        <translation>O mesmo número ou o mesmo nome mais de uma vez. Grupos restantes: {count}.</translation>
    </message>
    <message>
        <source>That was all.</source>
        <translation>Isso era tudo.</translation>
    </message>
    <message>
        <source>No number and no name is there twice.</source>
        <translation>Nenhum número e nenhum nome aparece duas vezes.</translation>
    </message>
</context>
<context>
    <name>ContactsExport</name>
    <message>
        <source>Exporting contacts to {file}</source>
        <translation>Exportando contatos para {file}</translation>
    </message>
    <message>
        <source>Saved in {file}: {contacts}.</source>
        <translation>Salvo em {file}: {contacts}.</translation>
    </message>
    <message>
        <source>The export was cancelled; {file} is as it was.</source>
        <translation>A exportação foi cancelada; {file} está como antes.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>ContactsFiles</name>
    <message>
        <source>CSV and vCard files</source>
        <translation>Arquivos CSV e vCard</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Importar contatos</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Exportar contatos</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para planilhas</translation>
    </message>
    <message>
        <source>vCard, for address books</source>
        <translation>vCard, para agendas de contatos</translation>
    </message>
</context>
<context>
    <name>ContactsImport</name>
    <message>
        <source>Import contacts</source>
        <translation>Importar contatos</translation>
    </message>
    <message>
        <source>What the columns are</source>
        <translation>O que são as colunas</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeiras linhas</translation>
    </message>
    <message>
        <source>The first rows, as they would be read</source>
        <translation>As primeiras linhas, como seriam lidas</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lendo o arquivo…</translation>
    </message>
    <message>
        <source>The import was cancelled: no contact was added.</source>
        <translation>A importação foi cancelada: nenhum contato foi adicionado.</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>O que ficou de fora</translation>
    </message>
    <message>
        <source>The first {count} of them are shown.</source>
        <translation>São mostrados os {count} primeiros.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Escolher outro arquivo</translation>
    </message>
</context>
<context>
    <name>ContactsList</name>
    <message>
        <source>Search name or number…</source>
        <translation>Procurar nome ou número…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
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
        <translation>Novo: não salvo</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>Ninguém foi encontrado.</translation>
    </message>
    <message>
        <source>No contacts yet. Add one, or import a CSV or vCard file.</source>
        <translation>Ainda não há contatos. Adicione um ou importe um arquivo CSV ou vCard.</translation>
    </message>
</context>
<context>
    <name>ContactsModel</name>
    <message>
        <source>Not saved</source>
        <translation>Não salvo</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
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
    <name>DeletionBar</name>
    <message>
        <source>Delete the call to {number} of {time}, with its note?</source>
        <translation>Excluir a ligação para {number} ({time}), com a nota?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Excluída</translation>
    </message>
    <message>
        <source>The call is still under way, or gone already: nothing was deleted.</source>
        <translation>A ligação ainda está em andamento ou já não existe: nada foi excluído.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>DesktopPage</name>
    <message>
        <source>Keep Toque above other windows</source>
        <translation>Manter o Toque acima das outras janelas</translation>
    </message>
    <message>
        <source>{keys} does the same.</source>
        <translation>{keys} faz o mesmo.</translation>
    </message>
    <message>
        <source>Wayland lets no program do that: the window&apos;s own menu may offer it.</source>
        <translation>O Wayland não deixa nenhum programa fazer isso: o menu da própria janela talvez ofereça.</translation>
    </message>
    <message>
        <source>Notify me when the window is not in front</source>
        <translation>Avisar-me quando a janela não estiver na frente</translation>
    </message>
    <message>
        <source>When a call is answered, declined or over: name or number, and nothing else of it.</source>
        <translation>Quando uma ligação é atendida, recusada ou encerrada: nome ou número, e nada mais dela.</translation>
    </message>
    <message>
        <source>Offer numbers that I copy elsewhere</source>
        <translation>Oferecer números que eu copio em outros programas</translation>
    </message>
    <message>
        <source>Toque looks at what is copied and offers a number in it. It never fills one in by itself.</source>
        <translation>O Toque olha o que é copiado e oferece o número que houver ali. Nunca preenche um por conta própria.</translation>
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
        <source>Your administrator&apos;s CA file {path} cannot be read, or holds no certificate in PEM form. Tell your administrator.</source>
        <translation>O arquivo de CA do administrador, {path}, não pode ser lido ou não contém um certificado em formato PEM. Avise o administrador.</translation>
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
        <source>Your administrator has set up this account. Only the administrator can remove it.</source>
        <translation>O administrador configurou esta conta. Só o administrador pode removê-la.</translation>
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
        <source>Another Toque is opening {file}. Close it and try again.</source>
        <translation>Outro Toque está abrindo {file}. Feche-o e tente de novo.</translation>
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
        <source>it is larger than {size}</source>
        <translation>tem mais de {size}</translation>
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
    <message>
        <source>Starting at login could not be changed: {why}</source>
        <translation>Não foi possível alterar a abertura ao iniciar a sessão: {why}</translation>
    </message>
    <message>
        <source>FaceTime could not be opened: {why}</source>
        <translation>Não foi possível abrir o FaceTime: {why}</translation>
    </message>
    <message>
        <source>macOS does not let Toque hear keys yet. Allow it in System Settings, Privacy &amp; Security, Accessibility, then start Toque again.</source>
        <translation>O macOS ainda não deixa o Toque detectar teclas. Permita em Ajustes do Sistema, Privacidade e Segurança, Acessibilidade, e reinicie o Toque.</translation>
    </message>
    <message>
        <source>These keys cannot be used. Choose a letter, a digit or F1 to F20.</source>
        <translation>Estas teclas não podem ser usadas. Escolha uma letra, um dígito ou F1 a F20.</translation>
    </message>
    <message>
        <source>The keys cannot be heard: {why}</source>
        <translation>Não é possível detectar as teclas: {why}</translation>
    </message>
    <message>
        <source>Not on Wayland: it lets no program hear keys that are pressed in another. Set a key in the desktop&apos;s settings that runs: {command}</source>
        <translation>Não no Wayland: ele não deixa nenhum programa detectar teclas pressionadas em outro. Defina nas configurações do ambiente gráfico uma tecla que execute: {command}</translation>
    </message>
    <message>
        <source>A part of Toque is missing: {library}. Install Toque anew.</source>
        <translation>Falta uma parte do Toque: {library}. Instale o Toque de novo.</translation>
    </message>
    <message>
        <source>Choose a key together with Ctrl, Alt or the system&apos;s own key.</source>
        <translation>Escolha uma tecla junto com Ctrl, Alt ou a tecla do próprio sistema.</translation>
    </message>
    <message>
        <source>This works on a screen only.</source>
        <translation>Isto só funciona em uma tela.</translation>
    </message>
    <message>
        <source>Windows refused: {why}</source>
        <translation>O Windows recusou: {why}</translation>
    </message>
    <message>
        <source>Another program has these keys already. Choose others.</source>
        <translation>Outro programa já usa estas teclas. Escolha outras.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>Este teclado não tem essa tecla. Escolha outra.</translation>
    </message>
    <message>
        <source>The screen could not be asked for these keys.</source>
        <translation>Não foi possível pedir estas teclas à tela.</translation>
    </message>
    <message>
        <source>The program xdg-mime is missing: install the package xdg-utils (sudo apt install xdg-utils), then press again.</source>
        <translation>Falta o programa xdg-mime: instale o pacote xdg-utils (sudo apt install xdg-utils) e pressione de novo.</translation>
    </message>
    <message>
        <source>The desktop did not answer within {seconds} seconds. Try again.</source>
        <translation>O ambiente gráfico não respondeu em {seconds} segundos. Tente de novo.</translation>
    </message>
    <message>
        <source>The desktop refused: {why}</source>
        <translation>O ambiente gráfico recusou: {why}</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}</source>
        <translation>Não foi possível gravar {file}: {why}</translation>
    </message>
    <message>
        <source>No other program here opens phone links. They open Toque as long as it is installed.</source>
        <translation>Nenhum outro programa aqui abre links de telefone. Eles abrem o Toque enquanto ele estiver instalado.</translation>
    </message>
    <message>
        <source>The desktop did not keep it: it still opens phone links with {program}.</source>
        <translation>O ambiente gráfico não guardou a escolha: ainda abre links de telefone com {program}.</translation>
    </message>
    <message>
        <source>This call is not in the history any more.</source>
        <translation>Esta ligação não está mais no histórico.</translation>
    </message>
    <message>
        <source>Give the contact a name.</source>
        <translation>Dê um nome ao contato.</translation>
    </message>
    <message>
        <source>The name is too long. Shorten it to {most} characters.</source>
        <translation>O nome é longo demais. Encurte-o para {most} caracteres.</translation>
    </message>
    <message>
        <source>Contacts are being imported. Try again when that is done, or cancel it.</source>
        <translation>Contatos estão sendo importados. Tente de novo quando terminar ou cancele a importação.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Não há nome.</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <translation>O nome tem mais de {most} caracteres.</translation>
    </message>
    <message>
        <source>There is no number.</source>
        <translation>Não há número.</translation>
    </message>
    <message>
        <source>There are more than {most} numbers.</source>
        <translation>Há mais de {most} números.</translation>
    </message>
    <message>
        <source>Its quotes are broken: it may have been read wrongly.</source>
        <translation>As aspas estão erradas: a linha pode ter sido lida de forma incorreta.</translation>
    </message>
    <message>
        <source>A queue holds up to {most} numbers, and this would be more. Nothing was added: add a part of it.</source>
        <translation>Uma fila comporta até {most} números, e assim seriam mais. Nada foi adicionado: adicione só uma parte.</translation>
    </message>
    <message>
        <source>There would be more than {most} contacts. Nothing was imported: import a part of the file.</source>
        <translation>Seriam mais de {most} contatos. Nada foi importado: importe uma parte do arquivo.</translation>
    </message>
    <message>
        <source>The card is damaged.</source>
        <translation>O cartão está danificado.</translation>
    </message>
    <message>
        <source>The card has no end: it may have been cut off.</source>
        <translation>O cartão não tem fim: pode ter sido cortado.</translation>
    </message>
    <message>
        <source>There are no contacts in {name}. Export them again as vCard or CSV.</source>
        <translation>Não há contatos em {name}. Exporte-os de novo como vCard ou CSV.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file with the numbers.</source>
        <translation>{name} está vazio. Escolha o arquivo com os números.</translation>
    </message>
    <message>
        <source>{name} is a workbook. Open it in the spreadsheet, save it as CSV, and choose that file.</source>
        <translation>{name} é uma pasta de trabalho. Abra-a no programa de planilhas, salve-a como CSV e escolha esse arquivo.</translation>
    </message>
    <message>
        <source>{name} is not a table. Save it as CSV, and choose that file.</source>
        <translation>{name} não é uma tabela. Salve-o como CSV e escolha esse arquivo.</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({error}). Check that it is still there.</source>
        <translation>{name} não pode ser aberto ({error}). Verifique se ainda está lá.</translation>
    </message>
    <message>
        <source>The do-not-call list was damaged and is kept as {name}, so nobody knows who stood on it. Open the list to import it again, or to go on without it.</source>
        <translation>A lista de não ligar estava danificada e ficou guardada como {name}, por isso ninguém sabe quem estava nela. Abra a lista para importá-la de novo ou para continuar sem ela.</translation>
    </message>
    <message>
        <source>{folder} cannot be written to ({error}). Choose another folder.</source>
        <translation>Não é possível gravar em {folder} ({error}). Escolha outra pasta.</translation>
    </message>
    <message>
        <source>{file} cannot be searched: its index is damaged again and again. Check the disk.</source>
        <translation>Não é possível procurar em {file}: o índice se danifica repetidamente. Verifique o disco.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings in {path} cannot be read ({error}), so nobody knows what they forbid. Until they can, every call needs a reason. Tell your administrator.</source>
        <translation>As configurações do seu administrador em {path} não podem ser lidas ({error}), por isso ninguém sabe o que elas proíbem. Até que possam, toda ligação precisa de um motivo. Avise o seu administrador.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s do-not-call list in {path} cannot be read ({error}). Tell your administrator.</source>
        <translation>A lista de não ligar do seu administrador em {path} não pode ser lida ({error}). Avise o seu administrador.</translation>
    </message>
    <message>
        <source>line {line}: “{text}” is not a number that can be called</source>
        <translation>linha {line}: “{text}” não é um número para o qual se possa ligar</translation>
    </message>
    <message>
        <source>“{text}” is not a number that can be called</source>
        <translation>“{text}” não é um número para o qual se possa ligar</translation>
    </message>
    <message>
        <source>The release feed&apos;s address must begin with https://. Tell your administrator.</source>
        <translation>O endereço do aviso de versões deve começar com https://. Avise o seu administrador.</translation>
    </message>
    <message>
        <source>The release feed could not be read. {why} Check the network, and try again.</source>
        <translation>Não foi possível ler o aviso de versões. {why} Verifique a rede e tente de novo.</translation>
    </message>
    <message>
        <source>There is no release feed at its address. Try again later.</source>
        <translation>Não há aviso de versões no endereço dele. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The release feed has no signature, so nothing of it is believed. Try again later.</source>
        <translation>O aviso de versões não tem assinatura, por isso nada dele é levado em conta. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The release feed is not signed with the key that is known here, so nothing of it is believed. Try again later; if it stays so, tell your administrator.</source>
        <translation>O aviso de versões não está assinado com a chave conhecida aqui, por isso nada dele é levado em conta. Tente de novo mais tarde; se continuar assim, avise o seu administrador.</translation>
    </message>
    <message>
        <source>The release feed cannot be used: {detail}. Try again later.</source>
        <translation>O aviso de versões não pode ser usado: {detail}. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Demorou demais.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If your office inspects connections, your administrator can have its CA file trusted.</source>
        <translation>O certificado não é confiável. Se a sua empresa inspeciona as conexões, o administrador pode tornar confiável o arquivo de CA dela.</translation>
    </message>
    <message>
        <source>The connection broke before all of it had come.</source>
        <translation>A conexão caiu antes de tudo chegar.</translation>
    </message>
    <message>
        <source>The release feed is signed by the publisher and yet cannot be understood. Try again later.</source>
        <translation>O aviso de versões está assinado por quem publica o Toque e mesmo assim não pode ser entendido. Tente de novo mais tarde.</translation>
    </message>
    <message>
        <source>The release feed has a newer form, which this Toque does not understand: there is a newer version. Look where you got Toque.</source>
        <translation>O aviso de versões tem uma forma mais nova, que este Toque não entende: há uma versão mais nova. Procure onde você obteve o Toque.</translation>
    </message>
    <message>
        <source>This Toque does not ask for newer versions.</source>
        <translation>Este Toque não procura versões mais novas.</translation>
    </message>
    <message>
        <source>The release feed was good until {day}, so there may be a newer version that it does not tell of. Check this computer&apos;s date, or look where you got Toque.</source>
        <translation>O aviso de versões valia até {day}; pode haver uma versão mais nova que ele não menciona. Verifique a data deste computador ou procure onde você obteve o Toque.</translation>
    </message>
    <message>
        <source>The release feed is of {day}, older than the one of {seen} that was seen before, so it may hold back a newer version. Try again later, or tell your administrator.</source>
        <translation>O aviso de versões é de {day}, mais antigo que o de {seen} já visto; pode estar ocultando uma versão mais nova. Tente de novo mais tarde ou avise o seu administrador.</translation>
    </message>
    <message>
        <source>It has no installer for this computer ({system}, {arch}).</source>
        <translation>Não há instalador para este computador ({system}, {arch}).</translation>
    </message>
    <message>
        <source>Its installer needs {system} {least} or newer, and this computer has {version}.</source>
        <translation>O instalador precisa de {system} {least} ou mais novo, e este computador tem {version}.</translation>
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
    <name>DoNotCallDialog</name>
    <message>
        <source>Do-not-call list</source>
        <translation>Lista de não ligar</translation>
    </message>
    <message>
        <source>Search the do-not-call list</source>
        <translation>Procurar na lista de não ligar</translation>
    </message>
    <message>
        <source>Search by number or reason</source>
        <translation>Procurar por número ou motivo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
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
        <translation>Pessoas para quem não ligar</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>Encontrados: {count}</translation>
    </message>
    <message>
        <source>{count} on the list</source>
        <translation>{count} na lista</translation>
    </message>
    <message>
        <source>Nobody is on the list yet.</source>
        <translation>Ainda não há ninguém na lista.</translation>
    </message>
    <message>
        <source>Take {number} off the list?</source>
        <translation>Tirar {number} da lista?</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Tirar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>The list was damaged and is kept as {name}. Until you decide, every call is stopped: nobody knows who stood on it.</source>
        <translation>A lista estava danificada e ficou guardada como {name}. Até você decidir, toda ligação é barrada: ninguém sabe quem estava nela.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar uma lista…</translation>
    </message>
    <message>
        <source>Go on with the list as it is now</source>
        <translation>Continuar com a lista como está agora</translation>
    </message>
</context>
<context>
    <name>DoNotCallFiles</name>
    <message>
        <source>CSV files</source>
        <translation>Arquivos CSV</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>Import numbers not to be called</source>
        <translation>Importar números para não ligar</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para planilhas</translation>
    </message>
    <message>
        <source>Export the do-not-call list</source>
        <translation>Exportar a lista de não ligar</translation>
    </message>
    <message>
        <source>Do-not-call list</source>
        <translation>Lista de não ligar</translation>
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
        <translation>A exportação foi cancelada: nenhum arquivo foi gravado.</translation>
    </message>
</context>
<context>
    <name>DoNotCallForm</name>
    <message>
        <source>Number not to be called</source>
        <translation>Número para não ligar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Reason not to call</source>
        <translation>Motivo para não ligar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Adicionar à lista</translation>
    </message>
    <message>
        <source>{number} is on the list.</source>
        <translation>{number} está na lista.</translation>
    </message>
</context>
<context>
    <name>DoNotCallImport</name>
    <message>
        <source>Import numbers not to be called</source>
        <translation>Importar números para não ligar</translation>
    </message>
    <message>
        <source>Column of the numbers</source>
        <translation>Coluna dos números</translation>
    </message>
    <message>
        <source>Column of the reasons</source>
        <translation>Coluna dos motivos</translation>
    </message>
    <message>
        <source>Column of the days</source>
        <translation>Coluna das datas</translation>
    </message>
    <message>
        <source>Reason where none is given</source>
        <translation>Motivo quando não houver</translation>
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
        <translation>Datas</translation>
    </message>
    <message>
        <source>The import was cancelled: nobody was added.</source>
        <translation>A importação foi cancelada: ninguém foi adicionado.</translation>
    </message>
    <message>
        <source>New on the list: {count}.</source>
        <translation>Novos na lista: {count}.</translation>
    </message>
    <message>
        <source>On it already: {count}.</source>
        <translation>Já estavam nela: {count}.</translation>
    </message>
    <message>
        <source>Rows left out: {count}.</source>
        <translation>Linhas deixadas de fora: {count}.</translation>
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
        <translation>Primeiras linhas</translation>
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
        <translation>Linhas deixadas de fora</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
    </message>
</context>
<context>
    <name>DuplicateChoice</name>
    <message>
        <source>Which name stays?</source>
        <translation>Qual nome fica?</translation>
    </message>
    <message>
        <source>It will have these numbers</source>
        <translation>Terá estes números</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>And these notes</source>
        <translation>E estas notas</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>nenhum número</translation>
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
    <name>Guard</name>
    <message>
        <source>called shortly before</source>
        <translation>ligação feita pouco antes</translation>
    </message>
    <message>
        <source>the provider does not reach the number</source>
        <translation>o provedor não alcança o número</translation>
    </message>
    <message>
        <source>on the do-not-call list</source>
        <translation>na lista de não ligar</translation>
    </message>
    <message>
        <source>quiet hours there</source>
        <translation>horário de silêncio lá</translation>
    </message>
    <message>
        <source>Called anyway: {guards}.</source>
        <translation>Ligação feita mesmo assim: {guards}.</translation>
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
        <translation>Perguntar antes de ligar de novo para alguém em menos de</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horário de silêncio</translation>
    </message>
    <message>
        <source>By the clock where the number is. Where it may be in several time zones, it is quiet as soon as it is quiet in one of them; where none is known, nothing is asked.</source>
        <translation>Pelo relógio de onde o número está. Se ele puder estar em vários fusos horários, o silêncio vale assim que valer em um deles; se nenhum for conhecido, nada é perguntado.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silêncio a partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silêncio até</translation>
    </message>
    <message>
        <source>Do-not-call list…</source>
        <translation>Lista de não ligar…</translation>
    </message>
    <message>
        <source>until</source>
        <translation>até</translation>
    </message>
    <message>
        <source>Every written form of a number is the same person.</source>
        <translation>Todas as formas de escrever um número são a mesma pessoa.</translation>
    </message>
    <message>
        <source>People who are called only with a reason, if at all.</source>
        <translation>Pessoas para quem só se liga com um motivo, ou nunca.</translation>
    </message>
    <message>
        <source>Set by your administrator in {path}</source>
        <translation>Definido pelo seu administrador em {path}</translation>
    </message>
    <message>
        <source>Quiet hours that end when they begin are none. Choose another time.</source>
        <translation>Um horário de silêncio que termina quando começa não vale. Escolha outra hora.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dia</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} dias</translation>
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
        <translation>Ajuda</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>1 call</source>
        <translation>1 ligação</translation>
    </message>
    <message>
        <source>{count} calls</source>
        <translation>{count} ligações</translation>
    </message>
    <message>
        <source>Failed or not placed</source>
        <translation>Falhou ou não foi feita</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Qualquer dia</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 dias</translation>
    </message>
    <message>
        <source>Chosen days…</source>
        <translation>Escolher dias…</translation>
    </message>
    <message>
        <source>Search “{text}”</source>
        <translation>Busca “{text}”</translation>
    </message>
</context>
<context>
    <name>HistoryChips</name>
    <message>
        <source>Clear filters</source>
        <translation>Limpar filtros</translation>
    </message>
    <message>
        <source>Remove the filter “{filter}”</source>
        <translation>Remover o filtro “{filter}”</translation>
    </message>
</context>
<context>
    <name>HistoryDeletion</name>
    <message>
        <source>Delete calls of before</source>
        <translation>Excluir ligações anteriores a</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Delete old calls</source>
        <translation>Excluir ligações antigas</translation>
    </message>
    <message>
        <source>Progress of the deletion</source>
        <translation>Andamento da exclusão</translation>
    </message>
    <message>
        <source>That day&apos;s own calls stay. Calls that are still under way always do.</source>
        <translation>As ligações desse dia ficam. As que ainda estão em andamento ficam sempre.</translation>
    </message>
    <message>
        <source>There are no calls of before {day}.</source>
        <translation>Não há ligações anteriores a {day}.</translation>
    </message>
    <message>
        <source>Delete {calls} of before {day}, with their notes? They cannot be brought back.</source>
        <translation>Excluir {calls} de antes de {day}, com as notas? Isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>{calls} deleted.</source>
        <translation>Exclusão concluída: {calls}.</translation>
    </message>
</context>
<context>
    <name>HistoryExportDialog</name>
    <message>
        <source>Export history</source>
        <translation>Exportar histórico</translation>
    </message>
    <message>
        <source>Export of the history</source>
        <translation>Exportação do histórico</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para planilhas</translation>
    </message>
    <message>
        <source>JSON, for other programs</source>
        <translation>JSON, para outros programas</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Andamento da exportação</translation>
    </message>
    <message>
        <source>Counting the calls…</source>
        <translation>Contando as ligações…</translation>
    </message>
    <message>
        <source>Every call of the history</source>
        <translation>Todas as ligações do histórico</translation>
    </message>
    <message>
        <source>Calls {day}</source>
        <translation>Ligações {day}</translation>
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
        <translation>Salvo em {path}: {calls}</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>Cancelado: nenhum arquivo foi gravado.</translation>
    </message>
    <message>
        <source>{path} could not be written. {why}</source>
        <translation>Não foi possível gravar {path}. {why}</translation>
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
        <translation>Conta</translation>
    </message>
    <message>
        <source>Kind of call</source>
        <translation>Tipo de ligação</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Do dia</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Até o dia</translation>
    </message>
    <message>
        <source>Unknown only</source>
        <translation>Só desconhecidas</translation>
    </message>
    <message>
        <source>Calls of which nobody knows what became of them</source>
        <translation>Ligações das quais ninguém sabe o que aconteceu</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Qualquer tipo</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Qualquer conta</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Qualquer resultado</translation>
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
        <translation>Guardar ligações por</translation>
    </message>
    <message>
        <source>Days that calls are kept</source>
        <translation>Dias que as ligações ficam guardadas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dias</translation>
    </message>
    <message>
        <source>Older calls are deleted by themselves, with their notes, within an hour.</source>
        <translation>Ligações mais antigas são excluídas sozinhas, com as notas, em até uma hora.</translation>
    </message>
    <message>
        <source>Ever</source>
        <translation>Tempo ilimitado</translation>
    </message>
    <message>
        <source>A number of days</source>
        <translation>Número de dias</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 ano</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} dias</translation>
    </message>
    <message>
        <source>Older than {period}: {calls}. They will be deleted, with their notes.</source>
        <translation>Com mais de {period}: {calls}. Serão excluídas, com as notas.</translation>
    </message>
    <message>
        <source>Keep no older calls</source>
        <translation>Não guardar as mais antigas</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Deixar como estava</translation>
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
        <translation>Nome</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ligação</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
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
        <translation>Ainda não há ligações. As que você fizer aparecerão aqui.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>O histórico não pôde ser lido.</translation>
    </message>
    <message>
        <source>More than {count} calls</source>
        <translation>Mais de {count} ligações</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Numbers without + and a country code are refused: the settings have no default country.</source>
        <translation>Números sem + e código do país são recusados: as configurações não têm país padrão.</translation>
    </message>
    <message>
        <source>Numbers without + are read as those of {country}, the default country in the settings.</source>
        <translation>Números sem + são lidos como números do país padrão nas configurações: {country}.</translation>
    </message>
    <message>
        <source>In the whole file: {readable}. Not readable: {refused}.</source>
        <translation>No arquivo inteiro: {readable}. Ilegíveis: {refused}.</translation>
    </message>
    <message>
        <source>In the first rows: {readable}. Not readable: {refused}. The rest is read by the import.</source>
        <translation>Nas primeiras linhas: {readable}. Ilegíveis: {refused}. O resto é lido na importação.</translation>
    </message>
    <message>
        <source>New: {contacts}.</source>
        <translation>Novos: {contacts}.</translation>
    </message>
    <message>
        <source>With further numbers: {count}.</source>
        <translation>Com mais números: {count}.</translation>
    </message>
    <message>
        <source>There already: {count}.</source>
        <translation>Já existiam: {count}.</translation>
    </message>
    <message>
        <source>Left out: {count}.</source>
        <translation>Deixadas de fora: {count}.</translation>
    </message>
    <message>
        <source>Left out of the others: {count}.</source>
        <translation>Deixados de fora nos demais: {count}.</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Primeiro nome</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Sobrenome</translation>
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
        <translation>Rótulo do próximo número</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Deixar de fora</translation>
    </message>
    <message>
        <source>Column {place}</source>
        <translation>Coluna {place}</translation>
    </message>
    <message>
        <source>What {column} is for</source>
        <translation>Para que serve {column}</translation>
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
        <translation>Fechar</translation>
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
        <translation>Linha</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Numbers and note</source>
        <translation>Números e nota</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>O que está escrito</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
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
    <name>LinkSettings</name>
    <message>
        <source>Links to phone numbers, in a browser or elsewhere</source>
        <translation>Links de números de telefone, no navegador ou em outro lugar</translation>
    </message>
    <message>
        <source>Make Toque the program for phone links</source>
        <translation>Tornar o Toque o programa dos links de telefone</translation>
    </message>
    <message>
        <source>Give phone links back</source>
        <translation>Devolver os links de telefone</translation>
    </message>
    <message>
        <source>They are opened by Toque&apos;s ordinary window: it is set there.</source>
        <translation>São abertos pela janela normal do Toque: isto se configura lá.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. Links of WhatsApp stay as they are.</source>
        <translation>Um link preenche o número e nunca disca. Os links do WhatsApp ficam como estão.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. Windows&apos; own page opens: choose Toque for TEL there.</source>
        <translation>Um link preenche o número e nunca disca. A página do próprio Windows se abre: escolha lá o Toque para TEL.</translation>
    </message>
    <message>
        <source>A link fills in the number and never dials. FaceTime opens: choose Toque in its settings, at “Default for calls”.</source>
        <translation>Um link preenche o número e nunca disca. O FaceTime se abre: escolha o Toque nos ajustes dele, em “Padrão para ligações”.</translation>
    </message>
    <message>
        <source>Links to phone numbers open Toque</source>
        <translation>Links de números de telefone abrem o Toque</translation>
    </message>
    <message>
        <source>Links to phone numbers open {program}</source>
        <translation>Links de números de telefone abrem {program}</translation>
    </message>
    <message>
        <source>Links to phone numbers do not open Toque yet</source>
        <translation>Links de números de telefone ainda não abrem o Toque</translation>
    </message>
</context>
<context>
    <name>LoginSettings</name>
    <message>
        <source>Start Toque at login</source>
        <translation>Abrir o Toque ao iniciar a sessão</translation>
    </message>
    <message>
        <source>It is set in Toque&apos;s ordinary window.</source>
        <translation>Isto se configura na janela normal do Toque.</translation>
    </message>
    <message>
        <source>It starts in the tray. Closing the window then leaves Toque there; Quit is in the menu of its icon.</source>
        <translation>Ele abre na bandeja. Fechar a janela então deixa o Toque lá; Sair está no menu do ícone.</translation>
    </message>
    <message>
        <source>There is no tray here: it starts minimised, and closing the window ends Toque.</source>
        <translation>Não há bandeja aqui: ele abre minimizado, e fechar a janela encerra o Toque.</translation>
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
    <message>
        <source>Toque stays above other windows</source>
        <translation>O Toque fica acima das outras janelas</translation>
    </message>
    <message>
        <source>Toque no longer stays above other windows</source>
        <translation>O Toque não fica mais acima das outras janelas</translation>
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
    <name>NameCompleter</name>
    <message>
        <source>Up, Down and Enter choose; nothing is dialled.</source>
        <translation>As setas e Enter escolhem; nada é discado.</translation>
    </message>
</context>
<context>
    <name>NameList</name>
    <message>
        <source>Contacts found</source>
        <translation>Contatos encontrados</translation>
    </message>
</context>
<context>
    <name>NoMatch</name>
    <message>
        <source>No call matches.</source>
        <translation>Nenhuma ligação corresponde.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Mostrar todas as ligações</translation>
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
        <translation>O que foi dito, o que há para fazer…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Como foi</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Sua nota</translation>
    </message>
    <message>
        <source>It is still as you left it.</source>
        <translation>Ainda está como você deixou.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salvo</translation>
    </message>
    <message>
        <source>Not saved. {why}</source>
        <translation>Não foi salvo. {why}</translation>
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
    <message>
        <source>There is no phone number in this text.</source>
        <translation>Não há número de telefone neste texto.</translation>
    </message>
    <message>
        <source>There is no number in this link. Ask for the number and type it.</source>
        <translation>Não há número neste link. Peça o número e digite-o.</translation>
    </message>
    <message>
        <source>There is only an extension ({found}) in this link. Ask for the whole number.</source>
        <translation>Há só um ramal ({found}) neste link. Peça o número completo.</translation>
    </message>
    <message>
        <source>There is more than one number in this link. Copy the one to call.</source>
        <translation>Há mais de um número neste link. Copie aquele para o qual ligar.</translation>
    </message>
    <message>
        <source>This link is far too long to be one to a phone number. Copy only the number.</source>
        <translation>Este link é longo demais para ser de um número de telefone. Copie só o número.</translation>
    </message>
    <message>
        <source>“{found}” is not a link to a phone number. Copy the number itself.</source>
        <translation>“{found}” não é um link de número de telefone. Copie o próprio número.</translation>
    </message>
    <message>
        <source>“{found}” leads to an internet phone, which cannot be called from here. Copy a phone number.</source>
        <translation>“{found}” leva a um telefone de internet, para o qual não se pode ligar daqui. Copie um número de telefone.</translation>
    </message>
    <message>
        <source>The link demands “{found}”, which Toque does not know. Copy only the number.</source>
        <translation>O link exige “{found}”, que o Toque não conhece. Copie só o número.</translation>
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
    <message>
        <source>Number or name</source>
        <translation>Número ou nome</translation>
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
        <translation>Vários números: escolha um</translation>
    </message>
</context>
<context>
    <name>OpenedText</name>
    <message>
        <source>The link chose the account {name}.</source>
        <translation>O link escolheu a conta {name}.</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Voltar para {name}</translation>
    </message>
    <message>
        <source>There is no account “{name}”: the link&apos;s wish for it is left out.</source>
        <translation>Não há conta “{name}”: este pedido do link fica de fora.</translation>
    </message>
    <message>
        <source>“{text}” is no ring time: the link&apos;s wish for it is left out.</source>
        <translation>“{text}” não é um tempo de toque: este pedido do link fica de fora.</translation>
    </message>
    <message>
        <source>Calls through this account have no ring time: the link&apos;s wish for it is left out.</source>
        <translation>Ligações por esta conta não têm tempo de toque: este pedido do link fica de fora.</translation>
    </message>
    <message>
        <source>The link wishes for {wished} s, of which this account allows {seconds} s.</source>
        <translation>O link pede {wished} s; esta conta permite {seconds} s.</translation>
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
    <name>Origin</name>
    <message>
        <source>From a phone link</source>
        <translation>De um link de telefone</translation>
    </message>
    <message>
        <source>From the command line</source>
        <translation>Da linha de comando</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Da área de transferência</translation>
    </message>
    <message>
        <source>From what was selected</source>
        <translation>Do que foi selecionado</translation>
    </message>
    <message>
        <source>From the contacts</source>
        <translation>Dos contatos</translation>
    </message>
    <message>
        <source>From the queue</source>
        <translation>Da fila</translation>
    </message>
    <message>
        <source>From the history</source>
        <translation>Do histórico</translation>
    </message>
</context>
<context>
    <name>OriginLine</name>
    <message>
        <source>Extension {extension} cannot be dialled by these providers; ask for it.</source>
        <translation>O ramal {extension} não pode ser discado por estes provedores; peça-o a quem atender.</translation>
    </message>
    <message>
        <source>Back to {number}</source>
        <translation>Voltar para {number}</translation>
    </message>
</context>
<context>
    <name>OtherFormOffer</name>
    <message>
        <source>{number}: {state}. WhatsApp may know this person as {other}.</source>
        <translation>{number}: {state}. O WhatsApp pode conhecer esta pessoa como {other}.</translation>
    </message>
    <message>
        <source>Fill in other form</source>
        <translation>Preencher a outra forma</translation>
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
        <source>Open the list</source>
        <translation>Abrir a lista</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>Motivo (obrigatório)</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Motivo (opcional)</translation>
    </message>
    <message>
        <source>Say why you call anyway.</source>
        <translation>Diga por que vai ligar mesmo assim.</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Não ligar</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>{number} seems to have no WhatsApp.</source>
        <translation>{number} parece não ter WhatsApp.</translation>
    </message>
    <message>
        <source>{number} is on your administrator&apos;s do-not-call list</source>
        <translation>{number} está na lista de não ligar do seu administrador</translation>
    </message>
    <message>
        <source>{number} is on the do-not-call list since {day}</source>
        <translation>{number} está na lista de não ligar desde {day}</translation>
    </message>
    <message>
        <source>{number} is on the do-not-call list</source>
        <translation>{number} está na lista de não ligar</translation>
    </message>
    <message>
        <source>It is between {first} and {last} there: quiet hours.</source>
        <translation>Hora lá: entre {first} e {last}. Horário de silêncio.</translation>
    </message>
    <message>
        <source>It is {first} there: quiet hours until {until} there.</source>
        <translation>Hora lá: {first}. Horário de silêncio até {until} de lá.</translation>
    </message>
    <message>
        <source>It is between {first} and {last} there: quiet hours until {until} there.</source>
        <translation>Hora lá: entre {first} e {last}. Horário de silêncio até {until} de lá.</translation>
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
        <source>{number} was called {when}, and it is not known what became of it.</source>
        <translation>Ligação anterior para {number}: {when}. Não se sabe o que aconteceu com ela.</translation>
    </message>
    <message>
        <source>{number} was called {when} ({state}).</source>
        <translation>Ligação anterior para {number}: {when} ({state}).</translation>
    </message>
    <message>
        <source>Your administrator lets nobody call all the same.</source>
        <translation>Seu administrador não deixa ninguém ligar mesmo assim.</translation>
    </message>
    <message>
        <source>Call again?</source>
        <translation>Ligar de novo?</translation>
    </message>
    <message>
        <source>Call anyway?</source>
        <translation>Ligar mesmo assim?</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Cannot be read</source>
        <translation>Ilegível</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Ligação feita</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pulado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} de {total}</translation>
    </message>
    <message>
        <source>Queue finished: {done} called, {skipped} skipped</source>
        <translation>Fila terminada: {done} feitos, {skipped} pulados</translation>
    </message>
    <message>
        <source>Queue paused at {place} of {total}</source>
        <translation>Fila pausada em {place} de {total}</translation>
    </message>
    <message>
        <source>Queue paused, {left} of {total} left</source>
        <translation>Fila pausada, faltam {left} de {total}</translation>
    </message>
    <message>
        <source>Queue of 1 number</source>
        <translation>Fila de 1 número</translation>
    </message>
    <message>
        <source>Queue of {total} numbers</source>
        <translation>Fila de {total} números</translation>
    </message>
    <message>
        <source>1 line cannot be read</source>
        <translation>1 linha não pode ser lida</translation>
    </message>
    <message>
        <source>{count} lines cannot be read</source>
        <translation>{count} linhas não podem ser lidas</translation>
    </message>
    <message>
        <source>The same person is at place {place} of this queue.</source>
        <translation>A mesma pessoa está na posição {place} desta fila.</translation>
    </message>
    <message>
        <source>There was nothing to add.</source>
        <translation>Não havia nada a adicionar.</translation>
    </message>
    <message>
        <source>1 line added.</source>
        <translation>1 linha adicionada.</translation>
    </message>
    <message>
        <source>{count} lines added.</source>
        <translation>{count} linhas adicionadas.</translation>
    </message>
    <message>
        <source>{count} cannot be read: mend the number in the list, or leave it.</source>
        <translation>Ilegíveis: {count}. Corrija o número na lista ou deixe como está.</translation>
    </message>
    <message>
        <source>{count} name a person again.</source>
        <translation>Com pessoa repetida: {count}.</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Andamento da fila</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Importar arquivo…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>There is nothing in the queue yet. Paste numbers below, or import a file.</source>
        <translation>Ainda não há nada na fila. Cole números abaixo ou importe um arquivo.</translation>
    </message>
    <message>
        <source>At the window: Enter calls · {note} note · {next} next · {skip} skip · {pause} pause</source>
        <translation>Na janela: Enter liga · {note} nota · {next} próximo · {skip} pular · {pause} pausar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Press Enter in the list to mend the number.</source>
        <translation>Pressione Enter na lista para corrigir o número.</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Salva como {path}</translation>
    </message>
    <message>
        <source>Remove all {total} entries, {left} of them not called yet?</source>
        <translation>Remover todos os {total} itens, {left} deles ainda sem ligação?</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>Limpar a fila</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
</context>
<context>
    <name>QueueFiles</name>
    <message>
        <source>Import into the queue</source>
        <translation>Importar para a fila</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>Export the queue</source>
        <translation>Exportar a fila</translation>
    </message>
</context>
<context>
    <name>QueueImport</name>
    <message>
        <source>Import into the queue</source>
        <translation>Importar para a fila</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeiras linhas do arquivo</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>Nº</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>O que foi anotado</translation>
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
        <translation>Um número por linha; nome e nota podem acompanhar
Maria Silva; (11) 99999-0001; perguntar sobre a fatura</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add (Ctrl+Enter)</source>
        <translation>Adicionar (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>QueueStrip</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Andamento da fila</translation>
    </message>
    <message>
        <source>Previous entry again</source>
        <translation>Item anterior de novo</translation>
    </message>
    <message>
        <source>Pause the queue</source>
        <translation>Pausar a fila</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Abrir a fila</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Put back what was typed</source>
        <translation>Repor o que foi digitado</translation>
    </message>
    <message>
        <source>{done} called, {skipped} skipped, {left} left</source>
        <translation>{done} feitos, {skipped} pulados, faltam {left}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Put back {number}</source>
        <translation>Repor {number}</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Entries of the queue</source>
        <translation>Itens da fila</translation>
    </message>
    <message>
        <source>Mend the number</source>
        <translation>Corrigir o número</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nº</translation>
    </message>
</context>
<context>
    <name>QueueWork</name>
    <message>
        <source>Another Toque works on what is left of the queue.</source>
        <translation>Outro Toque está trabalhando no que resta da fila.</translation>
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
    <name>ReleaseView</name>
    <message>
        <source>What is new</source>
        <translation>O que há de novo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Baixar</translation>
    </message>
    <message>
        <source>Copy the installer&apos;s address</source>
        <translation>Copiar o endereço do instalador</translation>
    </message>
    <message>
        <source>SHA-256 of the installer</source>
        <translation>SHA-256 do instalador</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copiar o SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the installer. To check the file before you open it, run this in its folder and compare:</source>
        <translation>SHA-256 do instalador. Para conferir o arquivo antes de abri-lo, execute isto na pasta dele e compare:</translation>
    </message>
    <message>
        <source>Your browser was asked to fetch it; if none opens, copy the address. Close Toque before you open the installer.</source>
        <translation>Foi pedido ao seu navegador que o baixe; se nenhum abrir, copie o endereço. Feche o Toque antes de abrir o instalador.</translation>
    </message>
    <message>
        <source>{size}, from {host}; opens in your browser</source>
        <translation>{size}, de {host}; abre no seu navegador</translation>
    </message>
    <message>
        <source>No browser could be opened. The address is copied: paste it into one.</source>
        <translation>Não foi possível abrir um navegador. O endereço foi copiado: cole-o em um.</translation>
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
        <translation>Tocar por</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search number, name, note…</source>
        <translation>Procurar número, nome, nota…</translation>
    </message>
    <message>
        <source>Finds numbers in any form, names, notes, what providers said, ids, transcripts (Ctrl+F)</source>
        <translation>Encontra números em qualquer forma, nomes, notas, o que os provedores disseram, IDs, transcrições (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>Save the calls that are shown as a file (Ctrl+E)</source>
        <translation>Salvar as ligações mostradas em um arquivo (Ctrl+E)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>{count} set</source>
        <translation>{count} em uso</translation>
    </message>
    <message>
        <source>None set</source>
        <translation>Nenhum em uso</translation>
    </message>
    <message>
        <source>Show only calls of some outcome, account, kind or day</source>
        <translation>Mostrar só ligações de certo resultado, conta, tipo ou dia</translation>
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
    <name>SelectionSettings</name>
    <message>
        <source>Call what is selected</source>
        <translation>Ligar para o que está selecionado</translation>
    </message>
    <message>
        <source>Keys that call what is selected</source>
        <translation>Teclas que ligam para o que está selecionado</translation>
    </message>
    <message>
        <source>Off: press keys</source>
        <translation>Desativado: pressione teclas</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desativar</translation>
    </message>
    <message>
        <source>No keys for what is selected</source>
        <translation>Nenhuma tecla para o que está selecionado</translation>
    </message>
    <message>
        <source>With these keys, in any program, the number selected there is filled in; nothing is dialled.</source>
        <translation>Com estas teclas, em qualquer programa, o número selecionado lá é preenchido aqui; nada é discado.</translation>
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
        <source>Before a call</source>
        <translation>Antes de ligar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Área de trabalho</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Practice mode has accounts of its own, so that no real phone can ring. Add accounts in Toque&apos;s ordinary window.</source>
        <translation>O modo de prática tem contas próprias, para que nenhum telefone real toque. Adicione contas na janela normal do Toque.</translation>
    </message>
</context>
<context>
    <name>SpeedDial</name>
    <message>
        <source>More favourites</source>
        <translation>Mais favoritos</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover para a esquerda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover para a direita</translation>
    </message>
    <message>
        <source>Remove from favourites</source>
        <translation>Remover dos favoritos</translation>
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
    <name>Tag</name>
    <message>
        <source>Reached</source>
        <translation>Contatado</translation>
    </message>
    <message>
        <source>Left a message</source>
        <translation>Deixei recado</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Ligar de volta</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número errado</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Sem interesse</translation>
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
        <source>Contacts</source>
        <translation>Contatos</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Compact window</source>
        <translation>Janela compacta</translation>
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
    <name>Tray</name>
    <message>
        <source>{name}: call under way</source>
        <translation>{name}: ligação em andamento</translation>
    </message>
    <message>
        <source>{name}: no connection</source>
        <translation>{name}: sem conexão</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
</context>
<context>
    <name>UpdateBox</name>
    <message>
        <source>Check for updates</source>
        <translation>Procurar atualizações</translation>
    </message>
    <message>
        <source>Check once a day</source>
        <translation>Procurar uma vez por dia</translation>
    </message>
    <message>
        <source>The window then says that there is a newer version, and nothing more.</source>
        <translation>A janela avisa então que há uma versão mais nova, e nada mais.</translation>
    </message>
    <message>
        <source>Asks where new versions are announced. Nothing is told of you, and nothing is ever installed by itself.</source>
        <translation>Pergunta onde se anunciam as versões novas. Nada é dito sobre você, e nada se instala sozinho.</translation>
    </message>
    <message>
        <source>Your administrators&apos; settings forbid asking for newer versions here, or cannot be read.</source>
        <translation>As configurações dos seus administradores proíbem procurar versões novas aqui, ou não podem ser lidas.</translation>
    </message>
    <message>
        <source>Toque {version} is available, announced on {day}. You have {installed}.</source>
        <translation>O Toque {version} está disponível, anunciado em {day}. Você tem o {installed}.</translation>
    </message>
    <message>
        <source>Practice mode has no network. Check in Toque&apos;s ordinary window.</source>
        <translation>O modo de prática não tem rede. Procure na janela normal do Toque.</translation>
    </message>
    <message>
        <source>Administrators installed Toque here, and bring newer versions themselves.</source>
        <translation>Os administradores instalaram o Toque aqui e cuidam eles mesmos das versões mais novas.</translation>
    </message>
    <message>
        <source>This build knows no release feed, so it cannot ask for newer versions. Look where you got it.</source>
        <translation>Esta compilação não conhece nenhum aviso de versões, por isso não pode procurar versões mais novas. Procure onde você a obteve.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>You have the newest version, {version}. The last one was announced on {day}.</source>
        <translation>Você tem a versão mais nova, {version}. A última foi anunciada em {day}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>Toque {version} is available.</source>
        <translation>O Toque {version} está disponível.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>O que há de novo</translation>
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
        <source>A damaged file is kept as {name}, and a new one begun.</source>
        <translation>Um arquivo danificado ficou guardado como {name}, e um novo foi iniciado.</translation>
    </message>
    <message>
        <source>A file of a newer version of Toque is kept as {name}, and a new one begun.</source>
        <translation>Um arquivo de uma versão mais nova do Toque ficou guardado como {name}, e um novo foi iniciado.</translation>
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
<context>
    <name>_NumberRow</name>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabalho</translation>
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
        <translation>Rótulo do número {place}</translation>
    </message>
    <message>
        <source>Fill in number {place} to call it</source>
        <translation>Preencher o número {place} para ligar</translation>
    </message>
    <message>
        <source>Remove number {place}</source>
        <translation>Remover o número {place}</translation>
    </message>
    <message>
        <source>This number is also that of {name}.</source>
        <translation>Este número é também de {name}.</translation>
    </message>
</context>
</TS>
