// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityRegistry} from "../../../src/interfaces/IEquityRegistry.sol";
import {TokenKind} from "../../../src/types/EquityTypes.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract MovePersonalTokenTest is WeftTest {
    PersonalToken private adaToken;

    function setUp() public override {
        super.setUp();
        adaToken = _launch(ada, "ADA");
    }

    function _move(address caller, address from, address to) private {
        vm.prank(caller);
        registry.movePersonalToken(from, to);
    }

    function _expectRefused(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.OnlyPersonalToken.selector, caller));
    }

    function _expectAlreadyLaunched(address person, PersonalToken token) private {
        vm.expectRevert(abi.encodeWithSelector(IEquityRegistry.AlreadyLaunched.selector, person, address(token)));
    }

    function testFuzz_RevertWhen_CallerIsNoToken(address caller, address from) external {
        vm.assume(caller != address(0) && caller != address(adaToken));
        _expectRefused(caller);
        _move(caller, from, cleo);
        _expectRefused(caller);
        _move(caller, ada, cleo);
        _expectRefused(ada);
        _move(ada, ada, cleo);
    }

    function test_RevertWhen_CallerIsSomebodyElsesToken() external {
        PersonalToken benToken = _launch(ben, "BEN");
        _expectRefused(address(benToken));
        _move(address(benToken), ada, cleo);
        _expectRefused(address(benToken));
        _move(address(benToken), cleo, dora);
    }

    function test_RevertWhen_CallerIsANetwork() external {
        address network = address(_formWith(adaToken, ada, 200_000e18));
        _expectRefused(network);
        _move(network, ada, cleo);
    }

    function test_RevertWhen_NewWalletHasAToken() external {
        PersonalToken benToken = _launch(ben, "BEN");
        _expectAlreadyLaunched(ben, benToken);
        _move(address(adaToken), ada, ben);
        _expectAlreadyLaunched(ada, adaToken);
        _move(address(adaToken), ada, ada);
    }

    function test_RevertWhen_NewWalletLaunchedAToken() external {
        PersonalToken benToken = _launch(ben, "BEN");
        _move(address(benToken), ben, cleo);
        _expectAlreadyLaunched(ben, benToken);
        _move(address(adaToken), ada, ben);
    }

    function testFuzz_Move(address to) external {
        vm.assume(to != ada);
        _move(address(adaToken), ada, to);
        assertEq(registry.personalTokenOf(ada), address(0), "not the old wallet's");
        assertEq(registry.personalTokenOf(to), address(adaToken), "the new wallet's");
        assertEq(uint8(registry.kindOf(address(adaToken))), uint8(TokenKind.Personal), "the same token");
        _expectRefused(address(adaToken));
        _move(address(adaToken), ada, cleo);
    }

    function test_Move_Back() external {
        _move(address(adaToken), ada, ben);
        _move(address(adaToken), ben, ada);
        assertEq(registry.personalTokenOf(ben), address(0), "not the other wallet's");
        assertEq(registry.personalTokenOf(ada), address(adaToken), "the first wallet's again");
    }
}
