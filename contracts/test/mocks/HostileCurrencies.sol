// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PlainCurrency} from "./Currencies.sol";

/// @notice Reverts in every transfer while it is paused.
contract PausableCurrency is PlainCurrency(18) {
    error Paused();

    bool private _paused;

    function setPaused(bool value) external {
        _paused = value;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (_paused && from != address(0)) revert Paused();
        super._update(from, to, amount);
    }
}

/// @notice Takes in as it should, says yes to every payment, and pays nothing.
contract HollowPayments is PlainCurrency(18) {
    function transfer(address, uint256) public pure override returns (bool) {
        return true;
    }
}
