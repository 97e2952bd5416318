// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {Founder, GovernanceSettings} from "../../../src/types/EquityTypes.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice How networks begin.
abstract contract FormHandler is TermsRules {
    uint256 private constant MAX_NETWORKS = 8;

    function form(uint256 seed, uint256 founderCount) external {
        if (_networks.length >= MAX_NETWORKS) return;
        Founder[] memory founders = new Founder[](1 + founderCount % 4);
        for (uint256 i = 0; i < founders.length; ++i) {
            founders[i] = _founder(uint256(keccak256(abi.encode(seed, i))), _wallet(seed % PEOPLE + i));
            if (founders[i].account == address(0)) return;
        }
        // Often so soon that some founder will miss it.
        uint256 ends = block.timestamp + (seed / 64 % 2 == 0 ? 1 days : _bound(seed, 1 days, 30 days));
        vm.prank(_wallet(seed / 128));
        (address network,) = REGISTRY.form("Network", "NET", "", founders, uint64(ends), _settings(seed));
        _noteToken(network);
        _networks.push(INetworkToken(network));
        _done("form");
    }

    /// @dev Somebody who has such shares stakes up to half of them; each founder is another account.
    function _founder(uint256 draw, address account) private view returns (Founder memory founder) {
        address own = REGISTRY.personalTokenOf(account);
        EquityToken member = own != address(0) && draw % 3 != 0 ? EquityToken(payable(own)) : _token(draw);
        uint256 balance = member.balanceOf(account);
        if (balance < 4 * MIN_SUPPLY || balance > MAX_SUPPLY / 64) return founder;
        founder.member = address(member);
        founder.account = account;
        founder.stake = _bound(draw / 8, 2 * MIN_SUPPLY, balance / 2);
        founder.rate = 0.5e18 + draw / 64 % 1e18;
        founder.maxMemberSupply = draw % 8 == 0 ? member.totalSupply() : type(uint256).max;
    }

    function _settings(uint256 seed) private pure returns (GovernanceSettings memory) {
        return GovernanceSettings({
            votingDelay: uint48(1 days + seed % 2 days),
            votingPeriod: uint32(3 days + seed / 8 % 3 days),
            proposalThreshold: 1e18 + seed % 1e18,
            quorumPercent: 4 + seed % 20
        });
    }

    function applyForMembership(uint256 seed, uint256 memberSeed, uint256 bySeed, uint256 amount) external {
        INetworkToken network = _network(seed);
        address member = address(_token(memberSeed));
        amount = amount % 8 == 0 ? 0 : amount % 1e24;
        bytes memory expected;
        if (amount == 0) expected = abi.encodeWithSelector(INetworkAdmission.CapIsZero.selector);
        if (member == address(network)) {
            expected = abi.encodeWithSelector(INetworkAdmission.MemberIsNetwork.selector, member);
        }
        bytes memory data = abi.encodeCall(INetworkAdmission.applyForMembership, (member, amount, 1e18, "why"));
        if (_call(_wallet(bySeed), address(network), 0, data, expected)) _done("applyForMembership");
    }
}
