// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {EquityRegistry} from "../../../src/EquityRegistry.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {PlainCurrency} from "../../mocks/Currencies.sol";

contract RegistryConstructorTest is Test {
    address private constant NATIVE = address(0);

    address private future;
    PersonalToken private personal;
    NetworkToken private network;

    function _implement(address currency) private {
        future = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 2);
        personal = new PersonalToken(future, currency);
        network = new NetworkToken(future, currency);
    }

    function _expectMisfit(address implementation) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.ImplementationDoesNotFit.selector, implementation));
    }

    function test_RevertWhen_ImplementationIsForAnotherRegistry() external {
        PersonalToken stray = new PersonalToken(address(0xbad), NATIVE);
        _implement(NATIVE);
        _expectMisfit(address(stray));
        new EquityRegistry(NATIVE, address(stray), address(network));
    }

    function test_RevertWhen_NetworkImplementationIsForAnotherRegistry() external {
        NetworkToken stray = new NetworkToken(address(0xbad), NATIVE);
        _implement(NATIVE);
        _expectMisfit(address(stray));
        new EquityRegistry(NATIVE, address(personal), address(stray));
    }

    function test_RevertWhen_ImplementationIsForAnotherCurrency() external {
        PlainCurrency currency = new PlainCurrency(18);
        _implement(NATIVE);
        _expectMisfit(address(personal));
        new EquityRegistry(address(currency), address(personal), address(network));
    }

    function test_RevertWhen_ImplementationsAreSwapped() external {
        _implement(NATIVE);
        _expectMisfit(address(network));
        new EquityRegistry(NATIVE, address(network), address(personal));
    }

    function test_RevertWhen_CurrencyHasFewerThanSixDecimals() external {
        PlainCurrency currency = new PlainCurrency(5);
        _implement(address(currency));
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.CurrencyDecimalsTooFew.selector, 5, 6));
        new EquityRegistry(address(currency), address(personal), address(network));
    }

    function test_NativeCoin() external {
        _implement(NATIVE);
        vm.expectEmit(future);
        emit IEquityRegistry.RegistryDeployed(NATIVE, 18, "");
        EquityRegistry registry = new EquityRegistry(NATIVE, address(personal), address(network));
        assertEq(registry.currency(), NATIVE, "currency");
        assertEq(registry.personalTokenImplementation(), address(personal), "personal token implementation");
        assertEq(registry.networkTokenImplementation(), address(network), "network token implementation");
    }

    function test_Erc20() external {
        PlainCurrency currency = new PlainCurrency(6);
        _implement(address(currency));
        vm.expectEmit(future);
        emit IEquityRegistry.RegistryDeployed(address(currency), 6, "PUSD");
        EquityRegistry registry = new EquityRegistry(address(currency), address(personal), address(network));
        assertEq(registry.currency(), address(currency), "currency");
    }
}
