"""Параметры услуг (parameters): what is set for services says of its fields."""

from law189.law import About, Source

__all__ = [
    "AGE_FROM",
    "AGE_TO",
    "BODY",
    "CATEGORIES",
    "CATEGORY",
    "CERTIFICATES",
    "CONSUMERS",
    "DURATION",
    "EXCLUDED",
    "LIMITS",
    "MOST_CERTIFICATES",
    "MOST_VOLUME",
    "NOMINALS",
    "NORMATIVES",
    "PERIODS",
    "PLACE",
    "PRICE",
    "SERVICES",
    "UNIT",
    "VOLUME",
]

SERVICES = About.of(
    "для каких услуг",
    "for which services",
    "Номера услуг из перечня; без этого ключа — для всех.",
    "Numbers of services of the list; without this key for all of them.",
    source=Source.SERVICES,
)
BODY = About.of(
    "уполномоченный орган по услуге",
    "authorised body for the service",
    "Орган, который отвечает за эти услуги, если акт называет для них особый.",
    "The body that answers for these services, where the act names one for them.",
    source=Source.BODIES,
)
CONSUMERS = About.of(
    "потребители",
    "consumers",
    "Кому оказывают услугу: возраст, категории, исключения.",
    "Who receives the service: age, categories, exceptions.",
)
AGE_FROM = About.of(
    "возраст от, полных лет",
    "age from, in full years",
    "С какого возраста оказывают услугу.",
    "From which age the service is rendered.",
    example="5",
)
AGE_TO = About.of(
    "возраст до, полных лет включительно",
    "age to, in full years, that year included",
    "По какой возраст оказывают услугу.",
    "To which age the service is rendered.",
    example="17",
)
CATEGORIES = About.of(
    "категории потребителей",
    "categories of consumers",
    "Кому из потребителей оказывают услугу; без этого ключа — всем.",
    "Which consumers receive the service; without this key all of them.",
)
EXCLUDED = About.of(
    "исключённые категории",
    "categories left out",
    "Кому услугу по этому акту не оказывают.",
    "Who does not receive the service under this act.",
)
CATEGORY = About.of(
    "категория",
    "category",
    "Для какой категории; без этого ключа — для остальных.",
    "For which category; without this key for all others.",
    example="large-family",
)
NOMINALS = About.of(
    "номинал сертификата",
    "nominal of a certificate",
    "Сколько даёт один сертификат, по категориям потребителей.",
    "How much one certificate gives, by categories of consumers.",
)
VOLUME = About.of("объём", "volume", "Сколько и в чём измерено.", "How much, and what it is counted in.")
NORMATIVES = About.of(
    "нормативные затраты",
    "normative costs",
    "Сколько рублей стоит единица объёма, по категориям потребителей.",
    "How many roubles a unit of volume costs, by categories of consumers.",
)
PRICE = About.of(
    "рублей за единицу",
    "roubles a unit",
    "Сколько рублей стоит единица объёма.",
    "How many roubles a unit of volume costs.",
    example="215.40",
)
UNIT = About.of(
    "единица объёма", "unit of volume", "За какую единицу эта цена.", "For which unit this price is."
)
CERTIFICATES = About.of(
    "сертификатов на потребителя",
    "certificates a consumer",
    "Сколько неоконченных сертификатов на эти услуги, с приостановленными, может иметь один потребитель.",
    "How many certificates for these services that are not over, suspended or not, one consumer may have.",
    example="1",
)
LIMITS = About.of(
    "пределы на срок",
    "limits in a period",
    "Сколько сертификатов и какой объём предусмотрены на срок.",
    "How many certificates and how much volume a period has.",
)
MOST_CERTIFICATES = About.of(
    "не более сертификатов",
    "at most so many certificates",
    "Сколько сертификатов формируют за этот срок.",
    "How many certificates are formed in this period.",
    example="1200",
)
MOST_VOLUME = About.of(
    "не более объёма",
    "at most so much volume",
    "На какой объём формируют сертификаты за этот срок.",
    "For how much volume certificates are formed in this period.",
)
PERIODS = About.of(
    "сроки программ",
    "periods of programmes",
    "В какие дни оказывают услугу; срок может перейти на другой год.",
    "On which days the service is rendered; a period may run into another year.",
)
DURATION = About.of(
    "продолжительность",
    "duration",
    "Сколько длится оказание услуги.",
    "How long the service lasts.",
)
PLACE = About.of("место оказания", "place", "Где оказывают услугу.", "Where the service is rendered.")
