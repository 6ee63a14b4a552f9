"""The addresses of the site that the tests of Django speak to."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
