// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {Holder, toHolder} from "../../../src/types/Holder.sol";

contract HolderTest is Test {
    int256 private constant DEBT_LIMIT = int256(1) << 157;

    function test_ZeroWord_IsAWalletWithNothing() external pure {
        _requireParts(Holder.wrap(0), 0, HolderClass.Wallet, 0);
    }

    function testFuzz_ToHolder_KeepsItsParts(uint96 balance, uint8 class, int256 debt) external pure {
        class = uint8(bound(class, 0, uint8(type(HolderClass).max)));
        debt = bound(debt, -DEBT_LIMIT, DEBT_LIMIT - 1);
        _requireParts(toHolder(balance, HolderClass(class), debt), balance, HolderClass(class), debt);
    }

    function test_ToHolder_KeepsTheEndsOfItsRanges() external pure {
        uint256 most = type(uint96).max;
        _requireParts(toHolder(most, HolderClass.Excluded, 0), most, HolderClass.Excluded, 0);
        _requireParts(toHolder(0, HolderClass.Treasury, -1), 0, HolderClass.Treasury, -1);
        _requireParts(toHolder(most, HolderClass.Wallet, -DEBT_LIMIT), most, HolderClass.Wallet, -DEBT_LIMIT);
        _requireParts(toHolder(0, HolderClass.Excluded, DEBT_LIMIT - 1), 0, HolderClass.Excluded, DEBT_LIMIT - 1);
    }

    function testFuzz_ToHolder_PartsAreApart(uint96 balance, uint96 otherBalance, int256 debt, int256 otherDebt)
        external
        pure
    {
        debt = bound(debt, -DEBT_LIMIT, DEBT_LIMIT - 1);
        otherDebt = bound(otherDebt, -DEBT_LIMIT, DEBT_LIMIT - 1);
        _requireParts(toHolder(otherBalance, HolderClass.Wallet, debt), otherBalance, HolderClass.Wallet, debt);
        _requireParts(toHolder(balance, HolderClass.Treasury, debt), balance, HolderClass.Treasury, debt);
        _requireParts(toHolder(balance, HolderClass.Wallet, otherDebt), balance, HolderClass.Wallet, otherDebt);
    }

    function testFuzz_WithPaid_AddsToTheDebtAlone(uint96 balance, uint8 class, int256 debt, uint256 paid)
        external
        pure
    {
        class = uint8(bound(class, 0, uint8(type(HolderClass).max)));
        paid = bound(paid, 0, 2 ** 110 - 1);
        debt = bound(debt, -DEBT_LIMIT, DEBT_LIMIT - 1 - int256(paid));
        Holder holder = toHolder(balance, HolderClass(class), debt).withPaid(paid);
        _requireParts(holder, balance, HolderClass(class), debt + int256(paid));
    }

    function _requireParts(Holder holder, uint256 balance, HolderClass class, int256 debt) private pure {
        assertEq(holder.balance(), balance, "balance");
        assertEq(uint8(holder.class()), uint8(class), "class");
        assertEq(holder.debt(), debt, "debt");
    }
}
