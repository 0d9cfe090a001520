"""Common given names in the spellings that one meets: each line is one name."""

from __future__ import annotations

ARABIC = """
محمد|Mohamed|Muhammad|Mohammed|Mouhamed
أحمد|Ahmed|Ahmad
علي|Ali|Aly
حسين|Hussein|Houcine|Husayn
حسن|Hassan|Hasan|Hassen
يوسف|Youssef|Yusuf|Yousef
خالد|Khaled|Khalid|Haled
شكري|Chokri|Shukri|Choukri
عبد الرحمن|Abderrahmane|Abdul Rahman|Abd al-Rahman|Abdelrahman
عبد الكريم|Abdelkarim|Abdul Karim|Abd el-Karim
عبد القادر|Abdelkader|Abdul Qadir|Abd al-Qader
جمال|Jamel|Djamel|Jamal
نجيب|Najib|Nejib|Nadjib
هشام|Hichem|Hisham|Hicham
بشير|Bechir|Bashir|Béchir
وليد|Walid|Oualid|Waleed
غازي|Ghazi|Gazi
رشيد|Rachid|Rashid|Rasheed
طارق|Tarek|Tariq|Tarak
فوزي|Fawzi|Faouzi|Fouzi
منصور|Mansour|Mansur|Mansoor
سليمان|Slimane|Sulayman|Suleiman|Soulaymane
ياسين|Yassine|Yasin|Yacine
مراد|Mourad|Murad
نور الدين|Noureddine|Nur al-Din|Nour Eddine
صالح|Salah|Saleh|Salih
عثمان|Othman|Uthman|Othmane
إبراهيم|Ibrahim|Brahim|Ebrahim
فاطمة|Fatma|Fatima|Fatimah
عائشة|Aicha|Aisha|Aïcha
خديجة|Khadija|Khadidja|Khadijah
مريم|Mariem|Maryam|Meriem
زينب|Zeineb|Zaynab|Zainab
سميرة|Samira|Sameera|Samirah
نادية|Nadia|Nadiya
هالة|Hela|Hala|Halah
رفيق|Rafik|Rafiq
توفيق|Taoufik|Tawfiq|Toufik
"""
CYRILLIC = """
Нұрлан|Nurlan|Нурлан
Ержан|Yerzhan|Erjan|Erzhan
Жанар|Zhanar|Janar|Žanar
Айгүл|Aigul|Aygül|Айгуль
Бақыт|Bakhyt|Baqyt|Бахыт
Қайрат|Kairat|Qairat|Кайрат
Серік|Serik|Серик
Ғалым|Galym|Ghalym|Галым
Данияр|Daniyar|Daniar
Ұлжан|Ulzhan|Uljan|Улжан
Дәурен|Dauren|Däuren|Даурен
Шолпан|Sholpan|Şolpan
Асхат|Askhat|Ashat
Болат|Bolat|Булат
Сауле|Saule|Säule
Мәди|Madi|Мади
Тимур|Timur|Timour
Сергей|Sergey|Sergei|Sergueï
Юлия|Yulia|Iuliia|Yuliya
Алексей|Alexey|Aleksei|Alexei
Дмитрий|Dmitry|Dmitri|Dmitriy
Наталья|Natalya|Natalia
Евгений|Yevgeny|Evgeni|Evgeniy
Татьяна|Tatyana|Tatiana
Михаил|Mikhail|Mihail
Андрей|Andrey|Andrei
Светлана|Svetlana|Swetlana
"""
LATIN = """
Kizito|Kizzito
Nalwanga|Narwanga
Kyambadde|Chambadde
Mugisha|Mugiisha
Ssempijja|Sempija
Namutebi|Namuteebi
Okello|Okelo
Achieng|Acheng
Juma|Jumaa
Baraka|Barakah
Wanjala|Wanjara
Nakato|Nakatto
Musoke|Musooke
Jean|Jehan
Catherine|Katherine
Philippe|Filip
Etienne|Étienne
Nicholas|Nicolas
"""


def groups(text: str) -> list[list[str]]:
    """The names of one block: each with its spellings, the first one the home spelling."""
    return [line.split("|") for line in text.strip().splitlines()]


FAMILIES = [groups(ARABIC), groups(CYRILLIC), groups(LATIN)]
# Different names that look or sound alike.
ALIKE = [
    ("Hassan", "Hussein"), ("محمد", "محمود"), ("Samir", "Samira"), ("Karim", "Karima"),
    ("Salim", "Salem Ali"), ("خالد", "خليل"), ("Nurlan", "Nursultan"), ("Серік", "Серікбай"),
    ("Ержан", "Нуржан"), ("Yulia", "Yuri"), ("Алексей", "Александр"), ("Musoke", "Mukasa"),
    ("Nakato", "Nakalema"), ("Rachid", "Rachida"), ("جمال", "جميلة"), ("Walid", "Khalid"),
    ("Fatma", "Fathia"), ("Andrei", "Andreas"), ("Jean", "Jeanne"), ("Ahmed", "Hamed"),
]  # fmt: skip
