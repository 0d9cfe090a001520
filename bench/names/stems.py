"""What invented names are made of, in the scripts and spellings of where they are borne."""

from __future__ import annotations

ARABIC_GIVEN = """
محمد|Mohamed|Muhammad علي|Ali|Aly أحمد|Ahmed|Ahmad حسين|Hussein|Houcine حسن|Hassan|Hassen
يوسف|Youssef|Yusuf خالد|Khaled|Khalid شكري|Chokri|Shukri عبدالرحمن|Abderrahmane|Abdelrahman
عبدالكريم|Abdelkarim|Abdulkarim عبدالقادر|Abdelkader|Abdulqadir جمال|Jamel|Djamel نجيب|Najib|Nejib
هشام|Hichem|Hisham بشير|Bechir|Bashir وليد|Walid|Oualid غازي|Ghazi|Gazi رشيد|Rachid|Rashid
طارق|Tarek|Tariq فوزي|Faouzi|Fawzi منصور|Mansour|Mansur سليمان|Slimane|Suleiman ياسين|Yassine|Yasin
مراد|Mourad|Murad صالح|Salah|Saleh عثمان|Othman|Uthman إبراهيم|Brahim|Ibrahim فاطمة|Fatma|Fatima
عائشة|Aicha|Aisha خديجة|Khadija|Khadidja مريم|Mariem|Maryam زينب|Zeineb|Zainab سميرة|Samira|Sameera
نادية|Nadia|Nadiya هالة|Hela|Hala رفيق|Rafik|Rafiq توفيق|Taoufik|Tawfiq كريم|Karim|Kareem
محمود|Mahmoud|Mahmud سمير|Samir|Sameer سليم|Slim|Salim سالم|Salem|Salim جميلة|Jamila|Djamila
خليل|Khalil|Khelil حامد|Hamed|Hamid حمزة|Hamza|Hamzah بلال|Bilel|Bilal أيمن|Aymen|Ayman
أنيس|Anis|Anees أمين|Amine|Amin أمينة|Amina|Emna سفيان|Sofiene|Sufyan صابر|Saber|Sabir
لطفي|Lotfi|Lutfi ماهر|Maher|Mahir ناجي|Naji|Nagi نبيل|Nabil|Nabeel نزار|Nizar|Nezar قيس|Kais|Qays
قاسم|Kacem|Qasim رضا|Ridha|Reda رمزي|Ramzi|Ramzy زياد|Zied|Ziyad شهاب|Chiheb|Shihab صادق|Sadok|Sadiq
عادل|Adel|Adil عماد|Imed|Imad عمر|Amor|Omar فتحي|Fethi|Fathi فيصل|Faycel|Faisal كمال|Kamel|Kamal
لمياء|Lamia|Lamya مالك|Malek|Malik منير|Mounir|Munir مهدي|Mehdi|Mahdi منجي|Mongi|Monji
وفاء|Wafa|Ouafa
هاني|Hani|Hany هيثم|Haythem|Haitham وسام|Wissem|Wisam ظافر|Dhafer|Zafer سعاد|Souad|Suad
سنية|Sonia|Saniya رجب|Rajab|Rejeb رمضان|Romdhane|Ramadan خليفة|Khelifa|Khalifa مبروك|Mabrouk|Mabruk
مصطفى|Mustapha|Mostafa طاهر|Tahar|Taher هادي|Hedi|Hadi حبيب|Habib|Habeeb عمار|Ammar|Amar
"""
ARABIC_FAMILY = """
طرابلسي|Trabelsi غربي|Gharbi ماجري|Mejri همامي|Hammami ورغمي|Ouerghemmi جندوبي|Jendoubi شابي|Chebbi
جويني|Jouini دريدي|Dridi وسلاتي|Oueslati زواري|Zouari رياحي|Riahi عياري|Ayari خميري|Khemiri
عرفاوي|Arfaoui فرجاني|Ferjani بكوش|Bakkouche مناعي|Mannai سعيدي|Saidi تواتي|Touati عكرمي|Akremi
فقيه|Fekih كافي|Kefi عقربي|Agrebi سليمي|Selmi جبالي|Jebali حناشي|Hannachi بلطي|Balti ورتاني|Ouertani
قروي|Karoui زغبي|Zoghbi فهري|Fehri تليلي|Tlili مثلوثي|Methlouthi ذوادي|Dhaouadi سليتي|Sliti
شعلالي|Chaaleli صيد|Essid صيادي|Sayadi زيتوني|Zitouni عياشي|Ayachi شارني|Cherni زغلامي|Zoghlami
بوعزيزي|Bouazizi قلعي|Kalai عبدلي|Abdelli ظاهري|Dhahri جزيري|Jaziri هرماسي|Hermassi قصري|Gasri
نفزي|Nefzi مرزوقي|Marzouki غنوشي|Ghannouchi حمدي|Hamdi نصري|Nasri بوغديري|Boughdiri شريف|Cherif
سويسي|Souissi قابسي|Gabsi جربي|Jerbi صفاقسي|Sfaxi قفصي|Gafsi كسراوي|Kasraoui عوني|Aouni مدب|Meddeb
حداد|Haddad نجار|Najjar خياط|Khayat بنزرتي|Bizerti مسعودي|Messaoudi لعبيدي|Laabidi خليفي|Khelifi
"""
KAZAKH_FIRST = """
Нұр|Nur Ер|Yer Бек|Bek Жан|Zhan Ай|Ai Серік|Serik Қай|Kai Дәу|Dau Ақ|Ak Мар|Mar Бақыт|Bakhyt
Асыл|Asyl Алтын|Altyn Болат|Bolat Дос|Dos Жол|Zhol Қуан|Kuan Мұрат|Murat Сәкен|Saken Темір|Temir
Төле|Tole Ұлан|Ulan Шың|Shyng Талғат|Talgat Ғали|Gali Жәні|Zhani Сұлтан|Sultan Орын|Oryn Қабыл|Kabyl
"""
KAZAKH_LAST = """
лан|lan жан|zhan бек|bek болат|bolat сұлтан|sultan әлі|ali ғали|gali тай|tai бай|bai гүл|gul нар|nar
гелді|geldi қожа|kozha мұрат|murat дәулет|daulet ғазы|gazy хан|khan төре|tore сейіт|seit әділ|adil
"""
RUSSIAN_GIVEN = """
Сергей|Sergey Юлия|Yulia Алексей|Alexey Дмитрий|Dmitry Наталья|Natalya Евгений|Yevgeny
Татьяна|Tatyana
Михаил|Mikhail Андрей|Andrey Светлана|Svetlana Тимур|Timur Александр|Alexander Иван|Ivan Пётр|Pyotr
Виктор|Viktor Олег|Oleg Ольга|Olga Игорь|Igor Елена|Elena Ирина|Irina Павел|Pavel Руслан|Ruslan
Рустам|Rustam Ринат|Rinat Марат|Marat Людмила|Lyudmila Марина|Marina Константин|Konstantin
Владимир|Vladimir Борис|Boris Роман|Roman Никита|Nikita Максим|Maksim Денис|Denis Фёдор|Fyodor
Галина|Galina Степан|Stepan Лариса|Larisa Вера|Vera Егор|Yegor Данил|Danil Ксения|Kseniya Юрий|Yuri
"""
RUSSIAN_FAMILY = """
Ковал|Koval Кузнец|Kuznets Шевч|Shevch Гром|Grom Воробь|Vorob Щерба|Shcherba Жук|Zhuk Бел|Bel
Тка|Tka
Лыс|Lys Орл|Orl Пахом|Pakhom Цвет|Tsvet Крав|Krav Пономар|Ponomar Тарас|Taras Гасан|Gasan
Мамед|Mamed
Керим|Kerim Хабибул|Khabibul Галиул|Galiul Ахмет|Akhmet Иса|Isa Ибрагим|Ibragim Смаил|Smail
Сейт|Seit
Есен|Yesen Касым|Kasym Жума|Zhuma Отар|Otar Сапар|Sapar Мусагал|Musagal Васил|Vasil Петр|Petr
Сидор|Sidor
Мороз|Moroz Зайц|Zaits Голуб|Golub Виноград|Vinograd Чернов|Chernov Рыб|Ryb Поляк|Polyak
Гаврил|Gavril
"""
RUSSIAN_ENDINGS = "ов|ov ова|ova ев|ev ева|eva ин|in ина|ina енко|enko ский|sky ская|skaya чук|chuk"
UGANDAN_FIRST = "Na Nam Nal Ssen Se Mu Ka Kya Lu Ki Bya Tu O A Ak Och Lok Wa Nan Ma Kob Mwe Twi Ri"
UGANDAN_LAST = """
lwanga tebi kizito soke kato gisha mpijja mbadde kello chieng wanjala simbi kiggundu siime hanga
kyeyune
bugo sempa zza musoke tamale wasswa gerero jok dong lule ssali kakooza bunya rehema tongole kunda
haire
babazi nyomugisha singye nabirye kulu lema wele kula loro moding polot gweri tim scovia lamwaka
yella
"""
UGANDAN_GIVEN = """
Jean Catherine|Katherine Philippe|Philip Etienne|Stephen Nicholas|Nicolas Ruth Robert
Joseph|Yosefu James
Paul Peter Grace Juliet Denis Brian Moses Rose Patrick Simon Edward Justine Peace Geoffrey|Jeffrey
Christopher|Kristofa Vincent Emmanuel Prossy Lucy Felix Margaret Juma|Jumaa Baraka|Barakah Hassan
Rehema
Godfrey Julius Erias|Elias Florence Harriet Isaac Jane Kenneth Lydia Martin Norah Oscar Phiona|Fiona
"""


def spellings(text: str) -> list[list[str]]:
    """The names of a block, each with its spellings, the first one the home spelling."""
    return [word.split("|") for word in text.split()]
