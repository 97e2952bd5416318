// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Test} from "forge-std/Test.sol";
import {HolderClass} from "../../../src/types/EquityTypes.sol";
import {Holder, toHolder} from "../../../src/types/Holder.sol";

contract HolderTest is Test {
    function test_ZeroWord_IsAWalletWithNothing() external pure {
        Holder holder = Holder.wrap(0);
        assertEq(holder.balance(), 0, "balance");
        assertEq(uint8(holder.class()), uint8(HolderClass.Wallet), "class");
        assertEq(holder.debt(), 0, "debt");
    }

    function testFuzz_ToHolder_KeepsItsParts(uint96 balance, uint8 class, int256 debt) external pure {
        class = uint8(bound(class, 0, uint8(type(HolderClass).max)));
        debt = bound(debt, -(int256(1) << 157), (int256(1) << 157) - 1);
        Holder holder = toHolder(balance, HolderClass(class), debt);
        assertEq(holder.balance(), balance, "balance");
        assertEq(uint8(holder.class()), class, "class");
        assertEq(holder.debt(), debt, "debt");
    }
}
