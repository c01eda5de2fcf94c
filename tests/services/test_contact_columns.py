from __future__ import annotations

import pytest

from app.services.contact_columns import guess_columns
from app.services.contact_import import ColumnUse
from app.services.table import TablePreview


def uses(*headers: str, rows: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    table = TablePreview(headers, rows, ",", "utf-8", len(headers))
    return [
        column.use.value + (f":{column.label}" if column.label else "")
        for column in guess_columns(table, "BR")
    ]


@pytest.mark.parametrize(
    ("source", "headers"),
    [
        (
            "Google Contacts",
            {
                "First Name": "first_name",
                "Middle Name": "first_name",
                "Last Name": "last_name",
                "Phonetic First Name": "ignored",
                "Name Prefix": "ignored",
                "Nickname": "ignored",
                "File As": "ignored",
                "Organization Name": "company",
                "Organization Title": "ignored",
                "Birthday": "ignored",
                "Notes": "note",
                "Labels": "ignored",
                "E-mail 1 - Label": "ignored",
                "E-mail 1 - Value": "ignored",
                "Phone 1 - Label": "label",
                "Phone 1 - Value": "number",
                "Address 1 - City": "ignored",
                "Website 1 - Value": "ignored",
            },
        ),
        (
            "Google Contacts, earlier",
            {
                "Name": "name",
                "Given Name": "first_name",
                "Additional Name": "first_name",
                "Family Name": "last_name",
                "Yomi Name": "ignored",
                "Phone 1 - Type": "label",
                "Phone 1 - Value": "number",
                "Organization 1 - Name": "company",
            },
        ),
        (
            "Outlook",
            {
                "Title": "ignored",
                "First Name": "first_name",
                "Last Name": "last_name",
                "Company": "company",
                "Job Title": "ignored",
                "Business Street": "ignored",
                "Business Fax": "ignored",
                "Business Phone": "number:work",
                "Business Phone 2": "number:work",
                "Company Main Phone": "number:work",
                "Home Phone": "number:home",
                "Mobile Phone": "number:mobile",
                "Other Phone": "number:other",
                "Pager": "ignored",
                "Primary Phone": "number:main",
                "E-mail Address": "ignored",
                "Notes": "note",
            },
        ),
        (
            "Outlook in Portuguese",
            {
                "Nome": "first_name",
                "Sobrenome": "last_name",
                "Empresa": "company",
                "Telefone comercial": "number:work",
                "Telefone residencial": "number:home",
                "Celular": "number:mobile",
                "Endereço de Email": "ignored",
                "Anotações": "note",
            },
        ),
        (
            "Outlook in Spanish",
            {
                "Nombre": "first_name",
                "Apellidos": "last_name",
                "Organización": "company",
                "Teléfono del trabajo": "number:work",
                "Particular: teléfono": "number:home",
                "Móvil": "number:mobile",
                "Notas": "note",
            },
        ),
        (
            "HubSpot",
            {
                "Record ID": "ignored",
                "First Name": "first_name",
                "Last Name": "last_name",
                "Email": "ignored",
                "Phone Number": "number",
                "Mobile Phone Number": "number:mobile",
                "WhatsApp Phone Number": "number:WhatsApp",
                "Contact owner": "ignored",
                "Lead Status": "ignored",
                "Company name": "company",
                "Create Date": "ignored",
            },
        ),
        (
            "Salesforce",
            {
                "Salutation": "ignored",
                "First Name": "first_name",
                "Last Name": "last_name",
                "Account Name": "company",
                "Phone": "number",
                "Mobile": "number:mobile",
                "Email": "ignored",
                "Account Owner": "ignored",
                "Description": "note",
            },
        ),
        (
            "Pipedrive",
            {
                "Person - Name": "name",
                "Person - Organization": "company",
                "Person - Phone - Work": "number:work",
                "Person - Phone - Mobile": "number:mobile",
                "Person - Email - Work": "ignored",
                "Person - Owner": "ignored",
            },
        ),
        (
            "RD Station",
            {
                "Nome": "name",
                "Email": "ignored",
                "Telefone": "number",
                "Celular": "number:mobile",
                "Empresa": "company",
                "Cargo": "ignored",
                "Data de criação": "ignored",
            },
        ),
        (
            "Zendesk",
            {
                "ID": "ignored",
                "Name": "name",
                "Email": "ignored",
                "Phone": "number",
                "Organization": "company",
                "Details": "note",
            },
        ),
    ],
)
def test_headers_of_address_books_are_known(source: str, headers: dict[str, str]) -> None:
    assert dict(zip(headers, uses(*headers), strict=True)) == headers


def test_without_headers_the_cells_tell() -> None:
    rows = (
        ("1", "ana@example.com", "Ana", "(11) 99999-0001"),
        ("2", "b@example.com", "Bia", "(11) 99999-0002"),
    )
    table = TablePreview(None, rows, ",", "utf-8", 4)
    assert [column.use for column in guess_columns(table, "BR")] == [
        ColumnUse.IGNORED,
        ColumnUse.IGNORED,
        ColumnUse.NAME,
        ColumnUse.NUMBER,
    ]


def test_headers_that_say_nothing_leave_it_to_the_cells() -> None:
    assert uses("Campo 1", "Campo 2", rows=(("Ana", "11999990001"),)) == ["name", "number"]


def test_one_column_is_the_name() -> None:
    assert uses("Nome", "Cliente", "Telefone") == ["name", "ignored", "number"]
