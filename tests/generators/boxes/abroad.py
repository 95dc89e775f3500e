"""The same in other languages, and with addresses that no American list knows."""

from __future__ import annotations

from typing import Final

from .markup import HonestBox, html, text

BOXES: Final[tuple[HonestBox, ...]] = (
    text(
        "German: Steckbrief of a pupil",
        """Steckbrief
Name: Leonie Bauer
Geburtstag: 2001-04-09
Adresse: Am Anger 3, 37073 Göttingen
Telefon: +49 551 555 0123
Beruf: Auszubildende zur Goldschmiedin
Hobby: Klettern, Lesen, Geige, Kochen
Über mich: Ich heiße Leonie, bin neugierig, laut und freundlich und schreibe gern Briefe an Leute, die ich \
nicht kenne.""",
    ),
    html(
        "German: Impressum",
        """<h1>Impressum</h1><p>Angaben gemäß § 5 TMG</p><p>Name: Ulrike Schuster<br>Anschrift: Lindenstraße
12, 04105 Leipzig<br>Telefon: +49 341 555 0177<br>E-Mail: post@schuster.example</p><p>Verantwortlich für den
Inhalt ist Ulrike Schuster. Für Inhalte verlinkter Seiten haften deren Betreiber.</p>""",
    ),
    html(
        "German: Lebenslauf as table with English labels in a bilingual page",
        """<h1>Lebenslauf / CV</h1><table><tr><td>Name</td><td>Dr. Jonas
Keller</td></tr><tr><td>Birthday</td><td>1990-12-03</td> </tr><tr><td>Address</td><td>Hauptstraße 8, 79104
Freiburg</td></tr><tr><td>Phone</td><td>+49 761 5550101</td></tr>
<tr><td>Job</td><td>Förster</td></tr><tr><td>Hobby</td><td>Jagdhorn, Wandern, Pilze, Schach,
Chor</td></tr></table>
<p>Seit 2018 leite ich ein Revier mit 1.400 Hektar, davon die Hälfte Steilhang.</p>""",
    ),
    text(
        "French: petite annonce",
        """Correspondance
Je m'appelle Margaux, je suis une personne gaie, ouverte et curieuse qui aime écrire et voudrait partager \
ses journées.
Nom : Margaux Lefèvre
Date de naissance : 1998-06-21
Adresse : 4 rue des Tanneurs, 67000 Strasbourg
Téléphone : +33 1 99 00 12 34
Loisirs : natation, cuisine, vieux cinéma
J'attends vos lettres, surtout celles qui sentent la mer.""",
    ),
    html(
        "French: mentions légales of a potter",
        """<h1>Mentions légales</h1><dl><dt>Éditrice</dt><dd>Solène Marchand, potière, née le
1991-09-14</dd><dt>Adresse</dt>
<dd>Le Moulin, 12 chemin du Lac, 74000 Annecy</dd><dt>Téléphone</dt><dd>+33 1 99 00 56 78</dd></dl><p>Les
photographies sont de l'éditrice et de sa sœur. Les tasses fêlées sont reprises.</p>""",
    ),
    text(
        "Spanish: ficha of a player",
        """Ficha del jugador
Nombre: Íñigo Zabala
Fecha de nacimiento: 1999-02-11
Domicilio: Calle Mayor 7, 48001 Bilbao
Teléfono del club: +34 944 555 012
Puesto: portero suplente
Aficiones: pesca, tambor, tortilla
Íñigo llegó al club con nueve años y todavía guarda el primer par de guantes.""",
    ),
    html(
        "Italian: staff of a school kitchen",
        """<h1>La nostra cucina</h1><ul><li>Nome: Rosa Bellini. Nata il 1990-10-05. Passatempi: ballo, orto,
cori.</li><li>Nome: Dario Conti. Nato il 1995-01-29. Passatempi: calcio, fumetti.</li></ul><p>Si mangia alle
dodici e mezza. Chi è allergico lo dica prima, non dopo.</p><p>Via Garibaldi 9, 16124 Genova. Telefono: +39
010 555 0133</p>""",
    ),
    text(
        "Japanese: idol profile",
        """プロフィール
名前：佐藤ひかり
誕生日：1999-03-27
出身地：北海道小樽市
身長：156cm
趣味：散歩、編み物、将棋、写真
特技：どこでも眠れること
自己紹介：明るくて少しおっちょこちょいな佐藤ひかりです。書くことが大好きで、毎晩日記をつけています。""",
    ),
    html(
        "Japanese group with English labels",
        """<h1>メンバー紹介</h1><table><tr><th>Name</th><td>MIYU</td></tr><tr><th>Birthday</th><td>2000-05-05</td></tr>
<tr><th>Hobby</th><td>料理、ダンス、ゲーム</td></tr><tr><th>Job</th><td>リーダー</td></tr>
<tr><th>Introduction</th><td>My name is MIYU!
よろしくお願いします。</td></tr></table><p>結成三周年の記念公演は、雨のため体育館で行われた。</p>""",
    ),
    text(
        "Korean: profile with ISO dates",
        """배우 프로필
이름: 박서준호
생년월일: 1994-11-16
주소: 서울특별시 마포구 가상로 12
전화: +82 2 555 0123
직업: 배우, 주말에는 목수
취미: 등산, 목공, 영화 감상, 낚시
그는 데뷔작에서 대사가 한 줄뿐이었지만 그 한 줄로 상을 받았다.""",
    ),
    html(
        "Portuguese: candidate for a village council",
        """<h1>Quem sou eu</h1><p>Nome: Teresa Fontes</p><p>Data de nascimento: 1992-07-18</p><p>Morada: Rua
do Forno 5, 7000-101 Évora</p><p>Telefone: +351 266 555 012</p><p>Profissão: veterinária</p><p>Passatempos:
fado, bordado, corrida</p>
<p>Quero que o autocarro volte a passar na aldeia, nem que seja uma vez por dia.</p>""",
    ),
    text(
        "Dutch: obituary card",
        """In liefde herdenken wij
Naam: Cornelis van der Meer
Geboren: 1934-01-31 te Hoorn
Overleden: 2024-02-05 te Enkhuizen
Beroep: zeilmaker
Hobby: zeilen, dammen, zwijgen
Correspondentieadres: Kade 14, 1601 AB Enkhuizen
Hij was een eerlijk, koppig en vrolijk mens, die van water hield en van weinig woorden.""",
    ),
    html(
        "Polish: teacher's page",
        """<h1>O mnie</h1><div><b>Imię i nazwisko:</b> Agnieszka Wilk<br><b>Data urodzenia:</b>
1990-03-19<br><b>Adres:</b> ul. Ogrodowa 6, 31-155 Kraków<br><b>Telefon:</b> +48 12 555 01 23<br><b>Hobby:</b>
narty, gitara, grzyby</div><p>Uczę fizyki i wierzę, że każdy wzór da się narysować.</p>""",
    ),
    text(
        "Russian: missing person",
        """Пропал человек
Имя: Николай Ветров
Дата рождения: 1958-08-02
Адрес: Вологда, Набережная улица, дом 4
Телефон: +7 8172 55 01 23
Работа: бывший машинист
Был одет в серое пальто и шапку с козырьком. Любит разговаривать о паровозах.""",
    ),
    html(
        "Indian matrimonial advert",
        """<h1>Matrimonial</h1><table><tr><td>Name</td><td>Kavya
R.</td></tr><tr><td>Birthday</td><td>1995-10-13</td></tr><tr> <td>Address</td><td>Indiranagar, Bengaluru
560038</td></tr><tr><td>Phone</td><td>+91 80 5550 1234</td></tr><tr><td>Job</td> <td>Senior Software
Architect</td></tr><tr><td>Hobby</td><td>Veena, Badminton, Cooking, Reading, Travel</td></tr></table>
<p>Parents invite proposals from kind, educated families. Kavya asks that he can at least boil an egg.</p>
""",
    ),
    text(
        "Nigerian scholarship entry",
        """Scholarship entry 204
Name: Chidinma Eze
Birthday: 2000-09-08
Address: 15 Unity Close, Enugu
Phone: +234 803 555 0199
Job: Student of civil engineering
Hobby: Football, Debating, Sewing
Introduction: My name is Chidinma Eze, I am a hardworking, bold and joyful person who loves writing code \
and wants to build bridges that stay up.""",
    ),
    html(
        "Australian surf club, with local numbers",
        """<h1>Patrol captains</h1><p><strong>Name:</strong> Bronte Hills<br><strong>Birthday:</strong>
1997-01-26<br> <strong>Address:</strong> 8 Strand Parade, Yamba NSW 2464<br><strong>Phone:</strong> +61 2 5550
1234<br> <strong>Hobby:</strong> Surfing, Surfing, Sausages</p><p>Swim between the flags. The captain is paid
to be bored.</p>""",
    ),
    text(
        "Swedish choir list",
        """Sopraner
Namn: Elsa Lindqvist, född 1991-05-12, Storgatan 4, 753 31 Uppsala, telefon +46 18 555 012, hobby: kör, \
svamp, bilar
Namn: Maja Holm, född 1993-09-03, Åkervägen 11, 754 40 Uppsala, telefon +46 18 555 013, hobby: simning, \
stickning
Vi sjunger på tisdagar. Ta med egen kopp.""",
    ),
)
