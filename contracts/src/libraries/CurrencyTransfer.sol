// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IEquityToken} from "../interfaces/IEquityToken.sol";

/// @title Moves the currency, whether it is the chain's native coin (the zero address) or an ERC-20
library CurrencyTransfer {
    using SafeERC20 for IERC20;

    /// @notice What this contract holds, in wei of the currency.
    function ownBalance(address currency) internal view returns (uint256) {
        return currency == address(0) ? address(this).balance : IERC20(currency).balanceOf(address(this));
    }

    /// @notice Takes `amount` from the caller and returns what arrived, which for an ERC-20 may be something else.
    function pullFromCaller(address currency, uint256 amount) internal returns (uint256 received) {
        if (currency == address(0)) {
            if (msg.value != amount) revert IEquityToken.WrongValue({sent: msg.value, expected: amount});
            return amount;
        }
        if (msg.value != 0) revert IEquityToken.WrongValue({sent: msg.value, expected: 0});
        uint256 balanceBefore = ownBalance(currency);
        IERC20(currency).safeTransferFrom(msg.sender, address(this), amount);
        return ownBalance(currency) - balanceBefore;
    }

    /// @notice Pays `amount` to `to`; reverts when it is refused.
    function send(address currency, address to, uint256 amount) internal {
        if (currency == address(0)) Address.sendValue(payable(to), amount);
        else IERC20(currency).safeTransfer(to, amount);
    }
}
