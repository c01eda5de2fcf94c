"""Every provider keeps the contract of `provider_contract`, each in a test file of its own."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest
from provider_contract import ProviderContract

from app.providers import PROVIDERS

if TYPE_CHECKING:
    from app.domain.provider import CallProvider


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.key)
def test_every_provider_has_a_contract_test(provider: type[CallProvider]) -> None:
    contract = importlib.import_module(f"test_{provider.key}_contract").TestContract
    assert issubclass(contract, ProviderContract)
    assert {subject.provider for subject in contract.subjects.values()} == {provider}


def test_provider_keys_are_unique() -> None:
    assert len({provider.key for provider in PROVIDERS}) == len(PROVIDERS)
