// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {NetworkAdmission} from "../../../src/NetworkAdmission.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkShares} from "../../../src/interfaces/INetworkShares.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {NetworkSetup, Terms} from "../../../src/types/EquityTypes.sol";
import {ReenteringCurrency} from "../../mocks/Currencies.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract HalvesTest is GovernedTest {
    uint256 private constant STAKED = 200_000e18;
    uint256 private constant MINTED = 100_000e18;
    uint256 private constant ANY_SUPPLY = type(uint256).max;

    function test_RevertWhen_SomebodyElseMintsOrBurns() external {
        address[4] memory callers = [ada, address(governor), address(registry), network.admission()];
        for (uint256 i = 0; i < callers.length; ++i) {
            bytes memory reason = abi.encodeWithSelector(INetworkShares.OnlySelf.selector, callers[i]);
            vm.startPrank(callers[i]);
            vm.expectRevert(reason);
            network.mintStaked(callers[i], 1e18, 0);
            vm.expectRevert(reason);
            network.burnUnstaked(ada, 1e18, address(adaToken));
            vm.stopPrank();
        }
        assertEq(network.totalSupply(), 2 * MINTED, "supply");
    }

    function _setup() private view returns (NetworkSetup memory setup) {
        (setup.name, setup.symbol, setup.contractURI) = ("Other", "OTHER", URI);
        setup.foundingEnds = uint64(block.timestamp + 1 days);
    }

    function test_RevertWhen_SomebodyElseInitializes() external {
        address[3] memory targets = [address(network), registry.networkTokenImplementation(), network.admission()];
        NetworkSetup memory setup = _setup();
        for (uint256 i = 0; i < targets.length; ++i) {
            vm.prank(ada);
            vm.expectRevert(abi.encodeWithSelector(IEquityToken.OnlyRegistry.selector, ada));
            NetworkAdmission(targets[i]).initialize(ada, setup);
        }
    }

    function test_RevertWhen_TheNetworkIsMadeAlready() external {
        NetworkSetup memory setup = _setup();
        vm.prank(address(registry));
        vm.expectRevert(IEquityToken.AlreadyInitialized.selector);
        NetworkAdmission(address(network)).initialize(ada, setup);
    }

    function test_RevertWhen_TheImplementationIsInitialized() external {
        address[2] memory implementations = [registry.networkTokenImplementation(), network.admission()];
        NetworkSetup memory setup = _setup();
        for (uint256 i = 0; i < implementations.length; ++i) {
            vm.prank(address(registry));
            vm.expectRevert(IEquityToken.AlreadyInitialized.selector);
            NetworkAdmission(implementations[i]).initialize(ada, setup);
        }
    }

    function testFuzz_RevertWhen_TheCallIsUnknown(bytes4 selector) external {
        bytes[3] memory calls = [abi.encodeWithSelector(selector), hex"c0ffee", abi.encode(uint256(bytes32(selector)))];
        (bool known, bytes memory answer) = network.admission().call(calls[0]);
        (bool alsoKnown, bytes memory alsoAnswer) = registry.networkTokenImplementation().call(calls[0]);
        // Bare selectors of functions that there are would not come through either, but for views.
        vm.assume(!known && !alsoKnown && answer.length == 0 && alsoAnswer.length == 0);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory reason) = address(network).call(calls[i]);
            assertFalse(success, "unknown");
            assertEq(reason.length, 0, "without a reason");
        }
    }

    function test_RevertWhen_CoinIsSentAlong() external {
        bytes[3] memory calls = [
            abi.encodeCall(INetworkAdmission.stake, (0, STAKED, ada, ANY_SUPPLY)),
            abi.encodeCall(INetworkAdmission.applyForMembership, (address(adaToken), 1, 1, "")),
            abi.encodeCall(IERC20.transfer, (ben, 1))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(ada);
            (bool success, bytes memory reason) = address(network).call{value: 1}(calls[i]);
            assertFalse(success, "refused");
            assertEq(reason.length, 0, "without a reason");
        }
        assertEq(address(network).balance, 0, "nothing came");
    }

    function test_WhatOneHalfWritesTheOtherReads() external {
        assertEq(network.name(), "Trio", "the other half wrote the texts");
        assertEq(network.symbol(), "TRIO", "symbol");
        assertEq(network.contractURI(), URI, "metadata");
        assertEq(network.registry(), address(registry), "registry");
        assertEq(NetworkAdmission(network.admission()).registry(), address(registry), "the other half's");

        PersonalToken cleoToken = _launch(cleo, "CLEO");
        Terms memory terms = _entryTerms(address(cleoToken), cleo, 1e18);
        terms.lockup = 100 days;
        uint256 termsId = _openTerms(terms);
        vm.startPrank(cleo);
        cleoToken.approve(address(network), 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(INetworkAdmission.NetworkSupplyAboveMaximum.selector, 2 * MINTED + 1e18, 2 * MINTED)
        );
        network.stake(termsId, 1e18, cleo, 2 * MINTED);
        network.stake(termsId, 1e18, cleo, ANY_SUPPLY);
        vm.stopPrank();
        (uint256 locked,) = network.lockedOf(cleo);
        assertEq(locked, 1e18, "lockup of the terms");
        assertEq(network.totalSupply(), 2 * MINTED + 1e18, "supply");
    }

    /// @dev What treasuries hold is written by one half; founding, terms and governor by the other.
    function testFuzz_WordsThatBothHalvesWrite(uint256 held, uint256 gain) external {
        held = bound(held, 1e15, 80_000e18);
        gain = bound(gain, 1, 100 ether);
        uint256 foundingEnds = network.foundingEnds();
        INetworkToken other = _formWith(PersonalToken(payable(address(network))), ada, held);
        _stake(other, 0, PersonalToken(payable(address(network))), ada, held, ada);
        network.distribute{value: gain}(gain, "");
        _createTerms(_entryTerms(address(other), ada, 1e18));
        vm.prank(address(governor));
        network.setContractURI("ipfs://new");

        assertEq(network.networksHeld(), held, "held by networks");
        assertEq(network.treasuryHeld(), held, "held by treasuries");
        assertEq(network.foundingEnds(), foundingEnds, "end of the founding");
        assertEq(network.foundersLeft(), 0, "founders left");
        assertEq(network.termsCount(), 3, "terms");
        assertEq(network.governor(), address(governor), "governor");
        assertEq(network.totalSupply(), 2 * MINTED, "supply");
        assertEq(network.eligibleSupply(), 2 * MINTED, "eligible");
        assertEq(network.accounted(), gain, "accounted");
        assertEq(network.incomePerShare(), gain * 2 ** 128 / (2 * MINTED), "income per share");
        assertEq(network.contractURI(), "ipfs://new", "metadata");
        assertEq(network.name(), "Trio", "name");
    }

    /// @dev A network in a currency that calls back, of Ada's and Ben's.
    function _formWithReentering() private returns (ReenteringCurrency currency) {
        currency = new ReenteringCurrency();
        _deploy(address(currency));
        adaToken = _launch(ada, "ADA");
        network = _formWith(adaToken, ada, STAKED);
        _stake(network, 0, adaToken, ada, STAKED, ada);
        currency.mint(ada, 2 ether);
        vm.startPrank(ada);
        currency.approve(address(network), 1 ether);
        currency.approve(address(adaToken), 1 ether);
        vm.stopPrank();
    }

    function test_RevertWhen_ReenteredThroughTheOtherHalf() external {
        ReenteringCurrency currency = _formWithReentering();
        bytes[2] memory calls = [
            abi.encodeCall(INetworkAdmission.stake, (0, STAKED, ada, ANY_SUPPLY)),
            abi.encodeCall(INetworkAdmission.unstake, (0, STAKED))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            currency.reenterOnce(address(network), calls[i]);
            vm.prank(ada);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            network.distribute(1 ether, "");
        }
    }

    /// @dev The harvest that an unstake begins with is what fails then; the unstake goes on.
    function test_ReenteredWhileLeaving() external {
        ReenteringCurrency currency = _formWithReentering();
        vm.prank(network.governor());
        uint256 exitId = network.createExitTerms(_exitTerms(address(adaToken), ada, STAKED));
        skip(OPENING_DELAY);
        vm.prank(ada);
        adaToken.realize(1 ether, 0, "");
        uint256 due = adaToken.claimable(address(network));
        currency.reenterOnce(address(network), abi.encodeCall(IEquityToken.harvest, (address(adaToken))));
        vm.prank(ada);
        network.unstake(exitId, STAKED);
        assertEq(adaToken.claimable(address(network)), due, "still due");
        assertEq(network.accounted(), 0, "not booked");
        assertEq(adaToken.balanceOf(ada), MILLION, "left");
    }

    function test_SupportsInterface() external view {
        bytes4[10] memory known = [
            type(INetworkShares).interfaceId,
            type(INetworkAdmission).interfaceId,
            type(IVotes).interfaceId,
            type(IERC6372).interfaceId,
            type(IEquityToken).interfaceId,
            type(IERC20).interfaceId,
            type(IERC20Metadata).interfaceId,
            type(IERC20Permit).interfaceId,
            type(IERC5267).interfaceId,
            type(IERC165).interfaceId
        ];
        for (uint256 i = 0; i < known.length; ++i) {
            assertTrue(network.supportsInterface(known[i]), "has it");
        }
        assertFalse(network.supportsInterface(type(IPersonalToken).interfaceId), "is no personal token");
        assertFalse(network.supportsInterface(0xffffffff), "nor everything");
        assertFalse(network.supportsInterface(0x00000000), "nor nothing");
    }
}
