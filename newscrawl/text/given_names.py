"""Common given names of languages with letters: what begins with one may be a person's name."""

from __future__ import annotations

_NAMES = """
    aaron abdul abdullah abigail adam adrian agnes agnieszka ahmad ahmed aidan aisha alain alan albert alberto alejandra alejandro
    aleksandr alessandro alessia alex alexander alexandra alexandre alexei alexis alfred ali alice alicia alina alison allan allen
    amanda amélie amina amir amy ana anastasia anders andré andrea andreas andrei andrés andrew andrzej andy angela angelo anita ann
    anna anne annette annika anthony antoine anton antonio antónio arjun arne arnaud arthur arturo astrid audrey austin axel barbara
    bartosz beatrice beatriz ben benedikt benjamin benoît bernard bernd beth birgit björn bob boris brad brandon brenda brian bridget
    bruce bruno camila camille carl carla carlo carlos carmen carol caroline carolina cassandra catherine cecilia céline chad charles
    charlie charlotte chen chiara chloe chloé chris christian christiane christina christine christoph christophe christopher cindy
    claire clara claude claudia claudio clément colin connor craig cristina cynthia daisy dan daniel daniela danielle dario darren dave
    david dean deborah debra delphine denis denise dennis derek diana diane diego dieter dmitri dmitry dominic dominik donald dora doris
    dorothy douglas duncan dylan ed eddie edith eduardo edward elena eleanor eli elias elisa elisabeth elise elizabeth ella ellen elsa
    emil emilia émilie emily emma emmanuel enrico enrique eric erica erik erika erin ernst esther ethan eva evan eve evelyn ewa fabian
    fabio fatima federico felix ferdinand fernanda fernando filip fiona florence florian frances francesca francesco francis francisco
    franck françois françoise frank franz fred frederic frédéric frederick frederik friedrich gabriel gabriela gareth gary gavin george
    georg georges gerald gerard gérard gerhard gianni gilles giorgio giovanni giulia giuseppe glen gloria gordon grace graham greg gregor
    gregory guido guillaume gunnar günter gustav guy hamid hamish hannah hanna hans harald harold harriet harry hassan heather heidi heike
    heinrich heinz helen helena hélène helmut henri henrik henry herbert hilary holger holly howard hugh hugo ian ibrahim ida igor ilya
    imran ines inga ingo ingrid irene irina isabel isabella isabelle ivan ivana jack jackie jacob jacqueline jacques jake jakob james jamie
    jan jane janet janine jared jasmine jason javier jay jean jeff jeffrey jelena jennifer jenny jens jeremy jerome jérôme jerry jesper jesse
    jessica jesús jill jim jimmy joachim joan joana joanna joão jochen joe joel johan johann johanna johannes john johnny jon jonas jonathan
    jordan jörg jorge josé josef joseph josh joshua joyce juan judith judy jules julia julian juliana julie julien jürgen justin kai kamil
    karen karim karin karl karsten kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kay keith kelly ken kenneth
    kerry kevin kim kimberly kirsten klaus konrad konstantin krzysztof kristen kristin kristina kumar kurt kyle lara larry lars laura lauren
    laurence laurent lea léa lee lena leo leon leonard leonardo leonie leslie lewis liam lily linda lindsay lisa liz lorenzo louis louise
    luc luca lucas lucia lucie lucy luigi luis luisa luka lukas luke lydia madeleine magdalena magnus malcolm manfred manuel manuela marc
    marcel marcin marco marcos marcus margaret margarita maria marie mariana marina mario marion mark marko markus marta martha martin
    martina mary mateusz mathieu mathilde matt matteo matthew matthias matthieu maurice max maxim maxime maximilian may mei megan melanie
    melissa mercedes mia michael michaela michał michel michele michelle miguel mikael mike mikhail milan milena ming miriam mohamed mohammad
    mohammed moritz morten muhammad nadia nadine nancy naomi natalia natalie natasha nathan nathaniel neil nicholas nick nico nicola nicolas
    nicole niels nigel nikita niklas nikolai nina noah noel nora norbert norman olaf ole oleg olga oliver olivia olivier omar oscar oskar otto
    owen pablo pamela paola paolo pascal patricia patricio patrick patrik paul paula paulo pavel pedro peggy penny per peter petra phil philip
    philipp philippe phoebe pierre pilar piotr priya rachel radek rafael rahul rainer raj ralf ralph ramón raphael raquel ravi ray raymond
    rebecca regina reinhard rémi renata rené ricardo riccardo richard rick rita robert roberta roberto robin rodrigo roger roland rolf roman
    romain ron ronald rosa rosie ross roy rudolf rui rupert russell ruth ryan sabine sabrina sally salma sam samantha samir samuel sandra sara
    sarah sascha scott sean sebastian sébastien serge sergei sergey sergio shane shannon sharon shaun sheila shelia shirley silke silvia simon
    simona simone sofia sonia sonja sophia sophie stacy stefan stefanie stefano steffen stella stephan stephanie stéphane stephen steve steven
    stuart sue susan susanne suzanne sven svenja svetlana sylvie tamara tanja tania tara tatiana ted teresa terry theo theodor theresa thérèse
    thierry thomas tiago tim timo timothy tina tobias todd tom tomas tomás tomasz tommy toni tony torsten tracy travis tristan ulrich ulrike
    ursula uwe valentin valentina valeria valérie vanessa vera veronica véronique victor victoria viktor vincent viola virginia virginie vladimir
    walter wang wei wendy werner wilhelm will william wolfgang xavier xiao yan yang yann yasmin yolanda yusuf yuri yves yvonne zachary zoe zoë
    александр алексей анастасия анатолий андрей анна антон борис вадим валентина валерий василий вера виктор виктория виталий владимир галина
    георгий григорий дарья денис дмитрий евгений евгения екатерина елена иван игорь илья ирина кирилл константин ксения лариса людмила максим
    марина мария михаил надежда наталья николай олег ольга павел пётр роман светлана сергей софья татьяна юлия юрий
    aino aleksandra ana-maria andreea anneli antti arja asta atle aud aurélie aylin ayşe bengt berit bjarne bogdan bożena cosmin cristian dagmar
    dariusz deniz dorota dorte dávid eeva egil eila elif elin elżbieta emre erkki eszter evelina ferenc frauke frode georgi gerda grażyna greta gro
    gudrun gábor gülay halina halvor hannes hannu harri helga henk hilde hüseyin ilona imre ingrīda ioana ion irén istvan istván ivo jaana jacek
    jadwiga jana jari jarmo jaroslav jelle jerzy jiří jochem joke jolanta jonna joost joris jukka józef józsef kaisa kaja kari katarzyna kateřina
    kerstin ketil kjell klára knut krisztina laila lajos lasse leena lenka lennart leszek liisa lotte ludmila luděk maarit maciej mads maja marek mari
    mariusz marja marketa markku matti małgorzata mehmet mette mihai mikko minna miroslav mirosław mustafa mykola nelly nikolay nils ola oleksandr
    olena orsolya outi paweł pekka pelle petri pieter pirjo preben päivi radu ragnhild raimo rasmus reidun rikke ritva ruud sanne satu seppo sigrid
    siv solveig sorin stein szabolcs tadeusz taina tamás tapani tereza terje tiina tone torben tove trond tuomas tuula unni veikko viktória vlad
    vojtěch věra wanda wiesław willem wojciech zbigniew zdeněk zeynep zofia zoltán zsuzsanna zsófia özlem αθηνά γιώργος δημήτρης ελένη κώστας μαρία
    kavya ananya aditya amit anil anjali arun ashok deepak divya ganesh gaurav karthik kiran manish meera mohan naveen neha nikhil nisha pooja prakash
    pradeep pranav rajesh rakesh ramesh rohan rohit sanjay sandeep shreya sneha suresh sunil vijay vikram vinay vivek thandiwe ngozi chidi kwame kofi
    wanjiru njeri otieno fatou mamadou ousmane aissatou tendai sipho thabo nomsa hussein khalid leila mahmoud maryam nasser rania salim samira tariq
    youssef zainab karima walid marisol guadalupe renata thiago vinícius joaquín ignacio gonzalo álvaro rocío lucía maría sofía martín nicolás josefina
    jimena luciana mariano facundo agustín matías emiliano nguyễn trần phạm đặng bùi fatma hatice emine murat hasan osman selin burak kemal orhan serkan
    volkan yasemin dewi budi siti putri rizki bayu wahyu hendra yuki kenji hiroshi takashi akira naoko
    νίκος андрій георги наталія оксана олександр олена петър сергій ірина
"""
GIVEN_NAMES = frozenset(_NAMES.split())
