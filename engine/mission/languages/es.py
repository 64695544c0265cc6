"""Spanish."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="Spanish",
    stemmer="spanish",
    small=words(
        """
        a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aún aunque bajo bien cada
        como con contra cual cuales cualquier cuando cuanto de del desde después donde dos durante e el ella
        ellas ellos en entonces entre era es esa esas ese eso esos esta está están estas este esto estos fue
        fueron ha han hasta hay hoy la las le les lo los más me mi mientras mismo mucha muchas mucho muchos
        muy nada ni no nos nosotros nuestra nuestras nuestro nuestros nuevo nueva o otra otras otro otros
        para pero poco por porque primera primero puede pueden pues que qué quien quienes se sea sean según
        ser si sí sido sin sino sobre solo sólo son su sus también tan tanto te tener tiene tienen toda
        todas todo todos tras tres tu tus u un una uno unos unas y ya yo día días semana semanas mes meses
        año años debe deben pide piden hacer hace
        """
    ),
    common=words(
        """
        acción acuerdo acuerdos alianza campaña carta coalición común conjunta conjunto declaración firma
        firmar miembro miembros persona personas pública público red texto trabajo trabajar anexo objetivo
        pedir exigir
        """
    ),
    formats=words(
        """
        acta acto anuncio artículo asamblea audiencia aviso carta cartel charla comentario comunicado
        concentración conferencia consulta convocatoria correo debate encuentro entrevista envío evento
        exposición factura feria folleto foro guía imprenta imprimir impresión informe invitación jornada
        libro lista manifestación marcha material mensaje mesa nota octavilla opinión página pancarta
        petición prensa presentación propuesta rueda publicación respuesta resumen reunión sala sesión
        taller traducción transporte vídeo viaje visita vigilia web boletín capítulo lectura
        """
    ),
    instruments=words(
        """
        acuerdo convenio contrato decreto directiva iniciativa ley norma ordenanza pacto plan política
        presupuesto programa prohibición proyecto referéndum reforma reglamento tratado
        """
    ),
    laws=words(
        """
        arancel decreto directiva impuesto ley moratoria ordenanza peaje prohibición referéndum reglamento
        subvención tasa tratado tributo
        """
    ),
    institutions=words(
        """
        alcaldía alcalde agencia autoridad ayuntamiento cámara ciudad comisión comité congreso consejo
        consejería departamento diputación gobierno ministerio ministra ministro oficina parlamento
        presidente provincia senado tribunal universidad
        """
    ),
    none=words("ni sin ningún ninguna ninguno nada nadie"),
    denies=words("no nunca jamás tampoco evita evitamos"),
    turns=words("pero sino aunque mientras porque salvo excepto"),
    pronouns=words("yo nosotros ellos ella él esto esta este eso usted somos"),
    only=words("sólo solo solamente"),
    either=words("y o e u"),
    asking=words("qué que si cómo cuál cuáles quién cuándo dónde"),
    demands=words("debe deben debería deberían exigimos prohibir vota votad votar voten parar"),
    speaking=words(
        """
        mencionamos comentamos decimos opinamos tratamos pronunciamos
        comentar hablar habla hablamos mencionar opinión opinar posición postura pronunciar decir tratar
        """
    ),
    backing=words(
        """
        apoyar apoya apoyamos favorecer financiar invitar nombrar promover recomendar respaldar elegir
        """
    ),
    months=phrases(
        """
        enero; febrero; marzo; abril; mayo; junio; julio; agosto; septiembre; octubre; noviembre; diciembre
        """
    ),
    us=words("coalición alianza red nosotros nosotras somos"),
    as_part=words("miembro miembros parte nombre representación por socio socia"),
    stands_for=phrases(
        """
        se pronuncia sobre; trabaja en; trabaja sobre; trabaja por; habla de; habla sobre; defiende; opina
        sobre; se ocupa de; abarca; comenta; hace campaña por; toma posición sobre; responde de; somos la voz
        de; es la voz de; la voz de; alzamos la voz por
        """
    ),
    from_now=phrases(
        """
        a partir de ahora; desde ahora; en adelante; desde hoy; somos también; también somos
        """
    ),
    founding=phrases(
        """
        personalidad jurídica; constituir una asociación; constituirse en; constituirnos en; registrar una
        asociación; crear una fundación; fundar una asociación; hacerse permanente; organización permanente;
        entidad permanente; oficina permanente; secretaría permanente; de forma permanente
        """
    ),
    hiring=words("contratar contrata contratamos emplear"),
    hired=words(
        """
        personal empleada empleado coordinador coordinadora directora director secretaria secretario gestor
        """
    ),
    buying=words("comprar adquirir compra"),
    owned=words(
        """
        edificio casa local oficina inmueble terreno piso vehículo coche furgoneta acciones
        """
    ),
    ending=words(
        """
        balance cerrar cierre disolver evaluación factura final informe liquidar pagar resultado agradecer
        """
    ),
    conditions_none=words("ninguna ninguno sin nada"),
    everyone=words(
        """
        público personas gente población vecinos vecinas ciudadanía ciudadanos comunidad familias pacientes
        niños alumnado trabajadores inquilinos hogares sociedad usuarios pasajeros todos todas coalición
        """
    ),
    firms=words(
        """
        empresa compañía sociedad negocio banco proveedor promotora marca patrocinador tienda
        """
    ),
    parties=words(
        """
        partido política político candidata candidato alcalde senador ministra ministro diputada diputado
        """
    ),
    member=words("miembro"),
    elsewhere=words("extranjero otra otro vecina vecino fuera"),
    levels={
        "local": 1,
        "municipal": 1,
        "regional": 2,
        "provincial": 2,
        "autonómico": 2,
        "nacional": 3,
        "estatal": 3,
        "europeo": 4,
        "internacional": 5,
        "mundial": 5,
        "global": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see the Diccionario de la lengua española.
    everyday=words(
        """
        cambio cargo carrera clase cuenta cuota derecho estación fuerza interés medida nivel operación orden
        plaza poder posición puesto recurso sede tasa turno unidad valor vuelta
        """
    ),
    senses={
        "banco": words("alimentos parque peces sangre sentarse"),
        "candidata": words("aspirante contratar currículum empleo entrevista solicitud sueldo vacante"),
        "candidato": words("aspirante contratar currículum empleo entrevista solicitud sueldo vacante"),
        "central": words("calle estación mercado"),
        "cura": words("enfermedad herida vacuna"),
        "energía": words("alegría ánimo entusiasmo ganas ilusión voluntaria voluntario"),
        "gas": words("bebida camping globo refresco"),
        "mina": words("grafito lápiz"),
        "partido": words(
            """
            afición árbitro balón baloncesto cancha descanso entrada equipo estadio fútbol gol jugador
            jugadora jugar liga marcador tenis torneo
            """
        ),
        "pista": words("atletismo baile bici correr hielo patinaje tenis"),
        "planta": words("ascensor flor jardín maceta piso semilla"),
        "presa": words("águila caza cazador lobo"),
        "terminal": words("autobús autobuses enfermedad enfermo ordenador tarjeta"),
        "votar": words("asamblea comisión consejo moción parlamento pleno"),
        "voto": words("asamblea ayuntamiento comisión consejo moción parlamento pleno"),
    },
    idioms=phrases(
        """
        tomar partido; toma partido; tomamos partido; sacar partido; saca partido; partido de fútbol; partido
        amistoso; partido judicial; a partir de; por parte de; de parte de; formar parte; orden del día; orden
        alfabético; en orden; por orden; tomar asiento; candidato al puesto; candidata al puesto; candidatos
        al puesto; candidato a la plaza; voto de confianza; presa de; banco de alimentos; terceras partes
        """
    ),
    confused=words("parte partes partir parto partió parten partiendo partidario"),
    voting=phrases(
        """
        vota a; vota por; votar a; votar por; votad a; elección; electoral; elector; político; política de
        partido; urna; diputado; diputada; mandato; escaño; papeleta
        """
    ),
    reporting=words(
        """
        acusar archivo asunto calificar carpeta decir dice dicen dijo encabezado escribe escribió escribir
        hablar llama llamado llamada llamó llamar titulado titulada título
        """
    ),
    judging=words("acierta acuerdo cierto equivoca falso mentira razón verdad"),
    displays=words(
        """
        anuncio carta cartel comunicado folleto hoja lema octavilla pancarta petición postal vídeo web
        """
    ),
    ours=words("nuestro nuestra nuestros nuestras"),
    addressing=words("a al ante con de del desde en por"),
    kinds={
        "bank": words("banco"),
        "candidate": words("candidato candidata"),
        "church": words("iglesia"),
        "company": words("empresa"),
        "developer": words("promotora"),
        "firm": words("empresa"),
        "party": words("partido"),
        "politician": words("político política"),
        "publisher": words("editorial"),
        "supplier": words("proveedor proveedora"),
        "union": words("sindicato"),
        "vendor": words("proveedor proveedora"),
    },
)
