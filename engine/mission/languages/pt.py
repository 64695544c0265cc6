"""Portuguese."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="Portuguese",
    stemmer="portuguese",
    small=words(
        """
        a ainda além algum alguma alguns ante antes ao aos após aquela aquele aqueles as às até cada com
        como contra cujo da das de dela dele deles depois desde dessa desse desta deste deve devem dia dias
        do dois dos duas durante e é ela elas ele eles em entre era essa essas esse esses esta está estão
        estas este estes eu foi foram há hoje isso isto já lhe lhes mais mas me menos mesma mesmo meu minha
        muita muitas muito muitos na nada não nas nem nenhum nenhuma ninguém no nós nos nossa nossas nosso
        nossos nova novo num numa o onde os ou outra outras outro outros para pela pelas pelo pelos por
        porque pode podem pois primeira primeiro qual quais quando quanto que quem se seja sem sempre ser
        será seu seus si sido só sob sobre somos sua suas também tem têm teve toda todas todo todos três tu
        um uma umas uns você semana semanas mês meses ano anos pede pedem
        """
    ),
    common=words(
        """
        ação acordo acordos aliança apelo apoio assinar assinatura campanha carta coligação coalizão comum
        comuns conjunta conjunto declaração membro membros objetivo pessoa pessoas pública público rede
        texto trabalhar trabalho anexo
        """
    ),
    formats=words(
        """
        anúncio artigo assembleia audiência ata ato aviso boletim capítulo cartaz comentário comício
        comunicado conferência consulta convite debate discurso encontro entrevista envio evento exposição
        fatura feira folheto fórum guia impressão imprimir imprensa leitura lista manifestação manual marcha
        material mensagem nota oficina opinião página panfleto petição proposta publicação reunião relatório
        resposta resumo sala sessão sítio site tradução transporte viagem vídeo vigília visita
        """
    ),
    instruments=words(
        """
        acordo contrato convenção decreto diretiva iniciativa lei norma orçamento pacto plano política
        portaria programa projeto proibição referendo reforma regulamento tratado
        """
    ),
    laws=words(
        """
        decreto diretiva imposto lei moratória pedágio portagem portaria proibição referendo regulamento
        subsídio taxa tratado
        """
    ),
    institutions=words(
        """
        agência autoridade câmara cidade comissão comité comitê congresso conselho departamento governo
        junta ministério ministra ministro município parlamento prefeito prefeitura presidente província
        senado tribunal universidade
        """
    ),
    none=words("nem sem nenhum nenhuma nada ninguém"),
    denies=words("não nunca jamais"),
    turns=words("mas porém embora enquanto porque exceto salvo"),
    pronouns=words("eu nós eles ela ele isto isso este esta você somos"),
    only=words("só somente apenas"),
    either=words("e ou"),
    asking=words("que se como qual quais quem quando onde"),
    demands=words("deve devem deveria deveriam exigimos proibir vote votem votar parar"),
    speaking=words(
        """
        mencionamos comentamos dizemos tratamos
        comentar dizer exprimir falar falamos mencionar opinião posição pronunciar tratar
        """
    ),
    backing=words(
        """
        apoiar apoia apoiamos convidar eleger favorecer financiar nomear promover recomendar
        """
    ),
    months=phrases(
        """
        janeiro; fevereiro; março; abril; maio; junho; julho; agosto; setembro; outubro; novembro; dezembro
        """
    ),
    us=words("coligação coalizão aliança rede nós somos"),
    as_part=words("membro membros parte nome representação por parceira parceiro"),
    stands_for=phrases(
        """
        pronuncia-se sobre; se pronuncia sobre; trabalha em; trabalha sobre; trabalha por; fala de; fala
        sobre; defende; ocupa-se de; abrange; comenta; faz campanha por; toma posição sobre; a voz de; a voz
        da; a voz dos
        """
    ),
    from_now=phrases(
        """
        a partir de agora; de agora em diante; no futuro; doravante; somos também; é também
        """
    ),
    founding=phrases(
        """
        personalidade jurídica; constituir uma associação; fundar uma associação; criar uma fundação;
        constituir-se em; organização permanente; entidade permanente; escritório permanente; secretariado
        permanente; tornar-se permanente
        """
    ),
    hiring=words("contratar contrata empregar"),
    hired=words(
        """
        pessoal empregada empregado funcionária funcionário coordenador coordenadora diretor diretora
        secretária
        """
    ),
    buying=words("comprar adquirir compra"),
    owned=words(
        """
        edifício casa sede escritório imóvel terreno apartamento veículo carro carrinha ações
        """
    ),
    ending=words(
        """
        agradecer avaliação balanço dissolver encerrar encerramento fatura final pagar relatório resultado
        """
    ),
    conditions_none=words("nenhuma nenhum sem nada"),
    everyone=words(
        """
        público pessoas população moradores habitantes cidadãos comunidade famílias doentes crianças alunos
        trabalhadores inquilinos vizinhos sociedade utentes passageiros todos todas coligação coalizão
        """
    ),
    firms=words(
        """
        empresa companhia firma sociedade banco fornecedor investidor marca patrocinador loja
        """
    ),
    parties=words(
        """
        partido política político candidata candidato prefeito senador ministra ministro deputada deputado
        """
    ),
    member=words("membro"),
    elsewhere=words("estrangeiro outra outro vizinha vizinho fora"),
    levels={
        "local": 1,
        "municipal": 1,
        "regional": 2,
        "nacional": 3,
        "europeu": 4,
        "internacional": 5,
        "mundial": 5,
        "global": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see Priberam.
    everyday=words(
        """
        cargo carga corrida curso força interesse lado linha medida nível ordem poder ponto posto prova
        quota sede taxa turno unidade vaga valor
        """
    ),
    senses={
        "banco": words("alimentar jardim praça sangue sentar"),
        "candidata": words("contratação currículo emprego entrevista salário vaga"),
        "candidato": words("contratação currículo emprego entrevista salário vaga"),
        "central": words("estação mercado praça"),
        "cura": words("doença vacina"),
        "energia": words("alegria ânimo entusiasmo voluntária voluntário"),
        "gás": words("balão bebida campismo"),
        "mina": words("lápis"),
        "partido": words("coração copo vidro"),
        "pista": words("atletismo dança gelo patinagem"),
        "planta": words("árvore flor jardim semente vaso"),
        "porto": words("vinho"),
        "terminal": words("autocarro doença doente ônibus rodoviário"),
        "voto": words("assembleia câmara comissão conselho moção parlamento"),
    },
    idioms=phrases(
        """
        tirar partido; tira partido; tomar partido; tomamos partido; a partir de; fazer parte; faz parte; por
        parte; em parte; ordem do dia; ordem alfabética; em ordem; candidato ao lugar; candidata ao lugar;
        candidatos ao lugar; voto de confiança
        """
    ),
    confused=words("parte partes partir partida partidas partiu partem partindo"),
    voting=phrases(
        """
        vote em; votar em; votem em; eleição; eleitoral; eleitor; urna; político; deputado; deputada; mandato;
        boletim de voto
        """
    ),
    reporting=words(
        """
        acusa acusar assunto chama chamado chamada chamar chamou diz dizem dizer disse escreve escreveu
        escrever ficheiro intitulado intitulada pasta título
        """
    ),
    judging=words("acordo certo engana errado falso razão verdade"),
    displays=words("anúncio cartaz carta comunicado faixa folheto lema panfleto petição postal vídeo site"),
    ours=words("nosso nossa nossos nossas"),
    addressing=words("a ao à com de do da em no na por"),
    kinds={
        "bank": words("banco"),
        "candidate": words("candidato candidata"),
        "church": words("igreja"),
        "company": words("empresa"),
        "developer": words("promotora"),
        "firm": words("empresa"),
        "party": words("partido"),
        "politician": words("político política"),
        "publisher": words("editora"),
        "supplier": words("fornecedor"),
        "union": words("sindicato"),
        "vendor": words("fornecedor"),
    },
)
