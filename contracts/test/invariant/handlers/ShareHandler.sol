// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EquityToken} from "../../../src/EquityToken.sol";
import {NetworkToken} from "../../../src/NetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Founder, HolderClass, Terms, TokenKind} from "../../../src/types/EquityTypes.sol";
import {World} from "./World.sol";

/// @notice What people do with tokens and shares.
abstract contract ShareHandler is World {
    function launch(uint256 seed, uint256 shares, bool open) external {
        address person = _person(seed);
        if (REGISTRY.personalTokenOf(person) != address(0)) return;
        shares = bound(shares, 1e15, type(uint96).max);
        vm.prank(person);
        PersonalToken token = PersonalToken(payable(REGISTRY.launch("Person", "PER", shares, "", open)));
        personalTokens.push(token);
        ++ghostMoves[address(token)];
        ++ghostCalls["launch"];
    }

    function openTransfers(uint256 seed) external {
        if (personalTokens.length == 0) return;
        PersonalToken token = personalTokens[seed % personalTokens.length];
        if (token.transfersOpen()) return;
        vm.prank(token.person());
        token.openTransfers();
        ++ghostCalls["openTransfers"];
    }

    function approveHolder(uint256 seed, uint256 accountSeed, bool approved) external {
        if (personalTokens.length == 0) return;
        PersonalToken token = personalTokens[seed % personalTokens.length];
        if (token.transfersOpen()) return;
        address holder = accountAt(accountSeed % accountCount());
        vm.prank(token.person());
        token.approveHolder(holder, approved);
        ++ghostCalls["approveHolder"];
    }

    function form(uint256 creatorSeed, uint256 seed, uint256 founderCount) external {
        if (networks.length == MAX_NETWORKS || tokenCount() == 0) return;
        founderCount = bound(founderCount, 1, 3);
        Founder[] memory founders = new Founder[](founderCount);
        for (uint256 i = 0; i < founderCount; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            // Each founder is somebody else, so that nobody is named twice for a member.
            address account = people[(seed % PEOPLE + i) % PEOPLE];
            address own = REGISTRY.personalTokenOf(account);
            EquityToken member = own != address(0) && draw % 3 != 0 ? EquityToken(payable(own)) : _token(draw);
            uint256 balance = member.balanceOf(account);
            if (balance < 1e15) return;
            founders[i] = Founder({
                member: address(member),
                account: account,
                stake: bound(draw >> 8, 1e15, balance / 2 < 1e15 ? balance : balance / 2),
                rate: 1e18 + (draw >> 128) % 1e18,
                maxMemberSupply: type(uint256).max
            });
            if (founders[i].stake > type(uint96).max / 8) return;
        }
        vm.prank(_person(creatorSeed));
        NetworkToken network =
            NetworkToken(payable(REGISTRY.form("Network", "NET", "", founders, uint64(block.timestamp + 30 days))));
        networks.push(network);
        ++ghostCalls["form"];
    }

    /// @dev Uses the first terms that can be, from a place by chance on.
    function stake(uint256 seed, bool toOwnToken) external {
        for (uint256 i = 0; i < networks.length * 3; ++i) {
            uint256 place = (seed % 1e9 + i) % (networks.length * 3);
            NetworkToken network = networks[place / 3];
            if (place % 3 < network.termsCount() && _tryStake(network, place % 3, toOwnToken)) return;
        }
    }

    function _tryStake(NetworkToken network, uint256 termsId, bool toOwnToken) private returns (bool) {
        (Terms memory terms, uint256 used) = network.termsOf(termsId);
        EquityToken member = EquityToken(payable(terms.member));
        if (used != 0 || block.timestamp > terms.expiry || member.balanceOf(terms.account) < terms.cap) return false;
        if (_wouldHoldTooMuch(member, terms.cap, member.balanceOf(address(network)), address(network))) return false;
        if (REGISTRY.kindOf(terms.member) == TokenKind.Personal) _letIn(PersonalToken(payable(terms.member)), network);

        address own = REGISTRY.personalTokenOf(terms.account);
        address to = toOwnToken && own != address(0) ? own : terms.account;
        uint256 preview = network.previewStake(termsId, terms.account, terms.cap);
        uint256[] memory memberBefore = _claimables(member);
        uint256[] memory networkBefore = _claimables(network);
        vm.startPrank(terms.account);
        member.approve(address(network), terms.cap);
        uint256 shares = network.stake(termsId, terms.cap, to, type(uint256).max);
        vm.stopPrank();

        assertEq(shares, preview, "a stake mints what the preview said");
        _requireClaimablesKept(member, memberBefore);
        _requireClaimablesKept(network, networkBefore);
        _requireBound(member);
        ++ghostMoves[address(member)];
        ++ghostMoves[address(network)];
        ++ghostCalls["stake"];
        return true;
    }

    function transfer(uint256 seed, uint256 fromSeed, uint256 toSeed, uint256 amount) external {
        if (tokenCount() == 0) return;
        EquityToken token = _token(seed);
        address from = _person(fromSeed);
        address to = accountAt(toSeed % accountCount());
        // Now and then more than there is, mostly less than half.
        uint256 balance = token.balanceOf(from);
        amount = amount % 4 == 0 ? bound(amount, 0, balance + balance / 16) : bound(amount, 0, balance / 2);

        (bool allowed, bytes4 reason) = token.canTransfer(from, to, amount);
        uint256[] memory before = _claimables(token);
        vm.prank(from);
        try token.transfer(to, amount) {
            assertTrue(allowed, "a transfer that goes through was allowed");
            ++ghostMoves[address(token)];
            ++ghostCalls["transfer"];
        } catch (bytes memory failure) {
            assertFalse(allowed, "a transfer that fails was refused");
            assertEq(bytes4(failure), reason, "for the reason given");
            ++ghostCalls["transfer refused"];
        }
        _requireClaimablesKept(token, before);
    }

    function reclassify(uint256 seed, uint256 accountSeed) external {
        if (tokenCount() == 0) return;
        EquityToken token = _token(seed);
        address account = accountAt(accountSeed % accountCount());
        if (account == address(token)) return;
        if (!REGISTRY.isEquityToken(account) || token.classOf(account) == HolderClass.Treasury) return;
        uint256[] memory before = _claimables(token);
        token.reclassify(account);
        _requireClaimablesKept(token, before);
        ++ghostCalls["reclassify"];
    }

    function _futureNetworkOf(address creator) internal view override returns (address) {
        return REGISTRY.predictToken(creator, TokenKind.Network, REGISTRY.networkCountOf(creator));
    }

    function _letIn(PersonalToken token, NetworkToken network) private {
        if (token.transfersOpen()) return;
        vm.prank(token.person());
        token.approveHolder(address(network), true);
    }

    /// @dev What the network holds unmarked is counted with its next stake.
    function _wouldHoldTooMuch(EquityToken member, uint256 amount, uint256 held, address network)
        private
        view
        returns (bool)
    {
        uint256 unmarked = member.classOf(network) == HolderClass.Treasury ? 0 : held;
        uint256 counted = member.kind() == TokenKind.Personal
            ? member.treasuryHeld()
            : NetworkToken(payable(address(member))).networksHeld();
        return counted + unmarked + amount > member.eligibleSupply() * 80 / 100;
    }

    function _requireBound(EquityToken token) private view {
        uint256 counted = token.kind() == TokenKind.Personal
            ? token.treasuryHeld()
            : NetworkToken(payable(address(token))).networksHeld();
        assertLe(counted, token.eligibleSupply() * 80 / 100, "treasuries hold 80 % at most after a stake");
    }
}
