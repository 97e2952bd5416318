// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {NetworkAdmission} from "../../../src/NetworkAdmission.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {PlainCurrency} from "../../mocks/Currencies.sol";

contract RegistryConstructorTest is Test {
    address private constant NATIVE = address(0);
    address private constant FACTORY = address(0xfac);
    address private constant ANOTHER_REGISTRY = address(0xbad);
    uint256 private constant IMPLEMENTATIONS = 4;

    /// @dev Where the registry will be.
    address private future;
    PersonalToken private personal;
    NetworkAdmission private admission;
    NetworkToken private network;
    NetworkGovernor private governor;

    /// @param strays Contracts that the test makes between these and the registry.
    function _implement(address currency, uint256 secondsPerDay, uint256 strays) private {
        uint256 nonce = vm.getNonce(address(this)) + IMPLEMENTATIONS + strays;
        future = vm.computeCreateAddress(address(this), nonce);
        personal = new PersonalToken(future, currency);
        admission = new NetworkAdmission(future, secondsPerDay);
        network = new NetworkToken(future, currency, address(admission));
        governor = new NetworkGovernor(future, secondsPerDay);
    }

    function _expectMisfit(address implementation) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.ImplementationDoesNotFit.selector, implementation));
    }

    function _deploy(address currency) private returns (EquityRegistry) {
        return new EquityRegistry(currency, FACTORY, address(personal), address(network), address(governor));
    }

    function test_RevertWhen_PersonalTokenIsForAnotherRegistry() external {
        _implement(NATIVE, 1 days, 1);
        personal = new PersonalToken(ANOTHER_REGISTRY, NATIVE);
        _expectMisfit(address(personal));
        _deploy(NATIVE);
    }

    function test_RevertWhen_NetworkTokenIsForAnotherRegistry() external {
        _implement(NATIVE, 1 days, 1);
        network = new NetworkToken(ANOTHER_REGISTRY, NATIVE, address(admission));
        _expectMisfit(address(network));
        _deploy(NATIVE);
    }

    function test_RevertWhen_AdmissionIsForAnotherRegistry() external {
        _implement(NATIVE, 1 days, 2);
        admission = new NetworkAdmission(ANOTHER_REGISTRY, 1 days);
        network = new NetworkToken(future, NATIVE, address(admission));
        _expectMisfit(address(admission));
        _deploy(NATIVE);
    }

    function test_RevertWhen_GovernorIsForAnotherRegistry() external {
        _implement(NATIVE, 1 days, 1);
        governor = new NetworkGovernor(ANOTHER_REGISTRY, 1 days);
        _expectMisfit(address(governor));
        _deploy(NATIVE);
    }

    function testFuzz_RevertWhen_GovernorCountsAnotherDay(uint256 day) external {
        day = bound(day, 1, 1 days - 1);
        _implement(NATIVE, 1 days, 1);
        governor = new NetworkGovernor(future, day);
        _expectMisfit(address(governor));
        _deploy(NATIVE);
    }

    function test_RevertWhen_PersonalTokenIsForAnotherCurrency() external {
        PlainCurrency currency = new PlainCurrency(18);
        _implement(address(currency), 1 days, 1);
        personal = new PersonalToken(future, NATIVE);
        _expectMisfit(address(personal));
        _deploy(address(currency));
    }

    function test_RevertWhen_NetworkTokenIsForAnotherCurrency() external {
        PlainCurrency currency = new PlainCurrency(18);
        _implement(address(currency), 1 days, 1);
        network = new NetworkToken(future, NATIVE, address(admission));
        _expectMisfit(address(network));
        _deploy(address(currency));
    }

    function test_RevertWhen_PersonalTokenIsANetworkToken() external {
        _implement(NATIVE, 1 days, 0);
        _expectMisfit(address(network));
        new EquityRegistry(NATIVE, FACTORY, address(network), address(network), address(governor));
    }

    function test_RevertWhen_NetworkTokenIsAPersonalToken() external {
        _implement(NATIVE, 1 days, 0);
        _expectMisfit(address(personal));
        new EquityRegistry(NATIVE, FACTORY, address(personal), address(personal), address(governor));
    }

    function testFuzz_RevertWhen_CurrencyHasFewerThanSixDecimals(uint8 decimals) external {
        decimals = uint8(bound(decimals, 0, 5));
        PlainCurrency currency = new PlainCurrency(decimals);
        _implement(address(currency), 1 days, 0);
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.CurrencyDecimalsTooFew.selector, decimals, 6));
        _deploy(address(currency));
    }

    function test_NativeCoin() external {
        _implement(NATIVE, 1 days, 0);
        vm.expectEmit(future);
        emit IEquityRegistry.RegistryDeployed(NATIVE, 18, "", FACTORY);
        EquityRegistry registry = _deploy(NATIVE);
        assertEq(address(registry), future, "where the implementations expect it");
        assertEq(registry.currency(), NATIVE, "currency");
        assertEq(registry.poolFactory(), FACTORY, "pool factory");
        assertEq(registry.personalTokenImplementation(), address(personal), "personal token implementation");
        assertEq(registry.networkTokenImplementation(), address(network), "network token implementation");
        assertEq(registry.governorImplementation(), address(governor), "governor implementation");
    }

    function testFuzz_Erc20(uint8 decimals) external {
        decimals = uint8(bound(decimals, 6, type(uint8).max));
        PlainCurrency currency = new PlainCurrency(decimals);
        _implement(address(currency), 1 days, 0);
        vm.expectEmit(future);
        emit IEquityRegistry.RegistryDeployed(address(currency), decimals, "PUSD", FACTORY);
        assertEq(_deploy(address(currency)).currency(), address(currency), "currency");
    }

    function test_WithoutPoolFactory() external {
        _implement(NATIVE, 1 days, 0);
        vm.expectEmit(future);
        emit IEquityRegistry.RegistryDeployed(NATIVE, 18, "", address(0));
        EquityRegistry registry =
            new EquityRegistry(NATIVE, address(0), address(personal), address(network), address(governor));
        assertEq(registry.poolFactory(), address(0), "no pool factory");
    }

    function testFuzz_ShorterDaysOnALocalChain(uint256 day) external {
        day = bound(day, 1, 1 days - 1);
        _implement(NATIVE, day, 0);
        EquityRegistry registry = _deploy(NATIVE);
        assertEq(NetworkGovernor(payable(registry.governorImplementation())).secondsPerDay(), day, "counted so");
    }
}
