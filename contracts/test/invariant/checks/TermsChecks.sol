// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {FoundingStatus, Position, Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {TermsRules} from "../handlers/TermsRules.sol";

/// @notice What must always hold of terms and of what was done under them.
abstract contract TermsChecks is TermsRules {
    /// @notice Terms took in or gave back what they should have, and shares exist for what was staked and nothing else.
    function _checkTerms() internal view {
        for (uint256 i = 0; i < _networks.length; ++i) {
            _checkTermsOf(_networks[i]);
            _checkPositions(_networks[i]);
        }
    }

    function _checkTermsOf(INetworkToken network) private view {
        uint256 left;
        for (uint256 id = 0; id < network.termsCount(); ++id) {
            (Terms memory terms, uint256 used) = network.termsOf(id);
            uint256 expected = _ghostUsed[address(network)][id];
            if (used != expected) assertEq(used, expected, "so much was used of the terms");
            if (used > terms.cap) assertLe(used, terms.cap, "never more than there was");
            if (network.termsKindOf(id) != TermsKind.Founding) continue;
            assertTrue(used == 0 || used == terms.cap, "founders stake wholly or not at all");
            if (_ghostReceiver[address(network)][id] == address(0)) ++left;
        }
        assertEq(network.foundersLeft(), left, "founders who have not staked");
        assertTrue(network.foundingStatus() == _status(network, left), "where the founding stands");
        uint256 supply = _ghostTotalMinted[address(network)] - _ghostTotalBurned[address(network)];
        assertEq(network.totalSupply(), supply, "stakes make the supply, and nothing else does");
    }

    function _status(INetworkToken network, uint256 left) private view returns (FoundingStatus) {
        if (left == 0) return FoundingStatus.Complete;
        return block.timestamp <= network.foundingEnds() ? FoundingStatus.Open : FoundingStatus.Failed;
    }

    function _checkPositions(INetworkToken network) private view {
        address[2][] storage pairs = _positions[address(network)];
        for (uint256 i = 0; i < pairs.length; ++i) {
            Position memory position = network.positionOf(pairs[i][0], pairs[i][1]);
            Position memory expected = _ghostPosition[address(network)][pairs[i][0]][pairs[i][1]];
            bool same = keccak256(abi.encode(position)) == keccak256(abi.encode(expected));
            if (!same) assertTrue(false, "a position is what was staked, minted, returned, burned");
            if (position.returned > position.staked) assertTrue(false, "nobody got back more than was staked");
        }
    }
}
