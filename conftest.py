"""Django is set up before the modules that are made of it are imported, by the tests and by their examples."""

try:
    import django
    from django.conf import settings
except ImportError:
    pass  # the extra is not installed here, and its tests are skipped
else:
    if not settings.configured:
        settings.configure(
            DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
            INSTALLED_APPS=[
                "django.contrib.admin",
                "django.contrib.auth",
                "django.contrib.contenttypes",
                "django.contrib.messages",
                "django.contrib.sessions",
                "law189.contrib.django",
            ],
            MIDDLEWARE=[
                "django.contrib.sessions.middleware.SessionMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware",
                "django.contrib.messages.middleware.MessageMiddleware",
            ],
            TEMPLATES=[
                {
                    "BACKEND": "django.template.backends.django.DjangoTemplates",
                    "APP_DIRS": True,
                    "OPTIONS": {
                        "context_processors": [
                            "django.template.context_processors.request",
                            "django.contrib.auth.context_processors.auth",
                            "django.contrib.messages.context_processors.messages",
                        ]
                    },
                }
            ],
            ROOT_URLCONF="django_urls",
            SECRET_KEY="of the tests alone",  # noqa: S106  # no server of anybody's
            LANGUAGE_CODE="ru",
            USE_TZ=True,
            LAW189_PROFILE="kemerovo",
        )
        django.setup()
