// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {INetworkToken} from "../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {Founder} from "../../src/types/EquityTypes.sol";
import {PlainCurrency} from "../mocks/Currencies.sol";
import {WeftTest} from "./WeftTest.sol";

/// @notice The protocol on an ERC-20 of the test's choice, and everything that moves it.
abstract contract CurrencyTest is WeftTest {
    using SafeERC20 for IERC20;

    uint256 internal constant QUARTER_SHARES = 250_000e18;
    uint256 internal constant PURSE = 1_000e18;

    PersonalToken internal token;
    INetworkToken internal network;
    address internal currency;

    /// @dev Ada holds three quarters of her token, a network the rest. She holds all of the network, which her
    /// co-founder never joins: when the founding has failed she can leave it.
    function _deployOn(address currency_) internal {
        currency = currency_;
        _deploy(currency_);
        token = _launch(ada, "ADA");
        Founder[] memory founders = new Founder[](2);
        founders[0] = _founder(token, ada, QUARTER_SHARES, ONE_TO_ONE);
        founders[1] = _founder(_launch(ben, "BEN"), ben, QUARTER_SHARES, ONE_TO_ONE);
        network = _form(founders);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        PlainCurrency(currency_).mint(ada, PURSE);
        _approve(ada);
    }

    function _approve(address account) internal {
        vm.prank(account);
        IERC20(currency).forceApprove(address(token), type(uint256).max);
    }

    /// @dev Ada realizes at once.
    function _pay(uint256 amount) internal {
        vm.prank(ada);
        token.realize(amount, 0, "");
    }

    function _distribute(uint256 amount) internal {
        vm.prank(ada);
        token.distribute(amount, "");
    }

    function _claimTo(address account, address to) internal returns (uint256) {
        vm.prank(account);
        return token.claimTo(to);
    }

    /// @dev Ada takes her stake back out of the network, which harvests before; she leaves with all her shares.
    function _leave() internal {
        vm.warp(network.foundingEnds() + 1);
        vm.prank(ada);
        network.unstake(0, QUARTER_SHARES);
        assertEq(token.balanceOf(address(network)), 0, "left");
        assertEq(network.totalSupply(), 0, "with all shares");
    }

    function _held(address account) internal view returns (uint256) {
        return IERC20(currency).balanceOf(account);
    }
}
