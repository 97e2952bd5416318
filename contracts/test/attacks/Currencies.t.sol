// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {Founder} from "../../src/types/EquityTypes.sol";
import {BlocklistCurrency, PlainCurrency, ReenteringCurrency} from "../mocks/Currencies.sol";
import {WeftTest} from "../utils/WeftTest.sol";

/// @notice Attacks through the currency: its issuer blocks a token, or a transfer of it calls somebody.
contract CurrenciesAttacksTest is WeftTest {
    uint256 private constant GAIN = 10e18;
    uint256 private constant STAKE = 100_000e18;

    PersonalToken private token;
    INetworkToken private network;
    address private currency;

    /// @dev A network that Ada is the only founder of so far, and which holds a tenth of her token.
    function _deployOn(address currency_) private {
        currency = currency_;
        _deploy(currency_);
        token = _launch(ada, "ADA");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, ada, STAKE, ONE_TO_ONE);
        founders[1] = _founder(token, ben, STAKE, ONE_TO_ONE);
        network = _form(founders);
        _stake(network, 0, token, ada, STAKE, ada);
        vm.prank(ada);
        assertTrue(token.transfer(cleo, STAKE), "a tenth is Cleo's");
    }

    function _pay() private {
        PlainCurrency(currency).mint(ada, GAIN);
        vm.startPrank(ada);
        IERC20(currency).approve(address(token), GAIN);
        token.realize(GAIN, 0, "");
        vm.stopPrank();
    }

    function _held(address account) private view returns (uint256) {
        return IERC20(currency).balanceOf(account);
    }

    function _expectBlocked(address account) private {
        vm.expectRevert(abi.encodeWithSelector(BlocklistCurrency.Blocked.selector, account));
    }

    /// @dev To destroy what a token owes by having its contract blocked: all stays due until it is not any more.
    function test_Attack_BlocklistedToken() external {
        BlocklistCurrency blocklist = new BlocklistCurrency();
        _deployOn(address(blocklist));
        _pay();
        blocklist.setBlocked(address(token), true);
        _expectBlocked(address(token));
        token.claim(cleo);
        _expectBlocked(address(token));
        network.harvest(address(token));
        vm.prank(cleo);
        assertTrue(token.transfer(dora, STAKE), "shares still move");
        assertEq(token.claimable(cleo), GAIN / 10 - 1, "what was due stays due");

        blocklist.setBlocked(address(token), false);
        assertEq(token.claim(cleo), GAIN / 10 - 1, "and is paid later");
        assertEq(network.harvest(address(token)), GAIN / 10 - 1, "to the network as well");
    }

    /// @dev To starve everybody by having one network blocked: the token's other holders are paid.
    function test_Attack_BlocklistedNetwork() external {
        BlocklistCurrency blocklist = new BlocklistCurrency();
        _deployOn(address(blocklist));
        _pay();
        blocklist.setBlocked(address(network), true);
        _expectBlocked(address(network));
        network.harvest(address(token));
        assertEq(token.claim(cleo), GAIN / 10 - 1, "the others are paid");
        assertEq(token.claimable(address(network)), GAIN / 10 - 1, "the network's part waits");
        assertEq(network.accounted(), 0, "nothing is booked");
    }

    /// @dev To keep founders in a failed network by having it blocked: leaving goes on without the harvest.
    function test_Attack_BlocklistedNetworkKeepsNobodyIn() external {
        BlocklistCurrency blocklist = new BlocklistCurrency();
        _deployOn(address(blocklist));
        _pay();
        blocklist.setBlocked(address(network), true);
        vm.warp(network.foundingEnds() + 1);
        vm.prank(ada);
        assertEq(network.unstake(0, STAKE), STAKE, "burned");
        assertEq(token.balanceOf(ada), MILLION - STAKE, "all but Cleo's is back");
        assertEq(network.totalSupply(), 0, "nobody is left");
        assertEq(token.claimable(address(network)), GAIN / 10 - 1, "what was due stays due");
    }

    /// @dev To lock an account's income by having it blocked: it claims to another address.
    function test_Attack_BlocklistedHolder() external {
        BlocklistCurrency blocklist = new BlocklistCurrency();
        _deployOn(address(blocklist));
        _pay();
        blocklist.setBlocked(cleo, true);
        _expectBlocked(cleo);
        token.claim(cleo);
        vm.prank(cleo);
        assertEq(token.claimTo(dora), GAIN / 10 - 1, "paid elsewhere");
        assertEq(_held(dora), GAIN / 10 - 1, "all of it");
    }

    /// @dev To book a harvest twice from inside the transfer that pays it.
    function test_Attack_ReentryFromATransferOfTheHarvest() external {
        ReenteringCurrency reentering = new ReenteringCurrency();
        _deployOn(address(reentering));
        _pay();
        bytes[3] memory calls = [
            abi.encodeCall(IEquityToken.absorb, ()),
            abi.encodeCall(IEquityToken.harvest, (address(token))),
            abi.encodeCall(INetworkAdmission.unstake, (0, STAKE))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            reentering.reenterOnce(address(network), calls[i]);
            vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            network.harvest(address(token));
        }
        reentering.reenterOnce(address(token), abi.encodeCall(IEquityToken.absorb, ()));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        network.harvest(address(token));
        assertEq(network.accounted(), 0, "nothing is booked");

        reentering.reenterOnce(address(0), "");
        assertEq(network.harvest(address(token)), GAIN / 10 - 1, "once");
        assertEq(network.accounted(), GAIN / 10 - 1, "and booked once");
    }

    /// @dev To pass on income that is on its way: the transfer of a claim calls the token that pays it.
    function test_Attack_ReentryFromATransferOfAClaim() external {
        ReenteringCurrency reentering = new ReenteringCurrency();
        _deployOn(address(reentering));
        _pay();
        reentering.reenterOnce(address(token), abi.encodeCall(IEquityToken.claim, (cleo)));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        token.claim(cleo);
        reentering.reenterOnce(address(0), "");
        assertEq(token.claim(cleo), GAIN / 10 - 1, "once");
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, cleo));
        token.claim(cleo);
    }

    /// @dev To have what is being paid in counted as somebody's gift as well.
    function test_Attack_ReentryFromAPaymentIn() external {
        ReenteringCurrency reentering = new ReenteringCurrency();
        _deployOn(address(reentering));
        reentering.mint(ada, GAIN);
        vm.startPrank(ada);
        reentering.approve(address(token), GAIN);
        reentering.reenterOnce(address(token), abi.encodeCall(IEquityToken.absorb, ()));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        token.realize(GAIN, 0, "");
        vm.stopPrank();
        assertEq(token.accounted(), 0, "nothing is booked");
    }
}
