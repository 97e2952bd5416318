// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "forge-std/Vm.sol";
import {IEquityToken} from "../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";

/// @notice Tells from recorded events what a token took in, as an indexer would.
library IncomeLog {
    /// @return income Realized, harvested and donated, in wei of the currency.
    function takenIn(Vm.Log[] memory logs, address token) internal pure returns (uint256 income) {
        for (uint256 i = 0; i < logs.length; ++i) {
            bytes32 id = logs[i].topics[0];
            bool isIncome = id == IPersonalToken.Realized.selector || id == IEquityToken.Harvested.selector
                || id == IEquityToken.Donated.selector;
            if (isIncome && logs[i].emitter == token) income += uint256(bytes32(logs[i].data));
        }
    }
}
