// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Terms, TermsKind} from "../../../src/types/EquityTypes.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice How members come into networks.
abstract contract StakeHandler is TermsRules {
    struct Stake {
        INetworkToken network;
        uint256 termsId;
        Terms terms;
        TermsKind kind;
        EquityToken member;
        address account;
        address to;
        uint256 amount;
        uint256 shares;
    }

    /// @dev Uses the first terms that somebody can use, now or within days, from a place by chance on.
    function stake(uint256 seed, uint256 amount, uint256 toSeed) external {
        Stake memory s = _findStake(seed, amount);
        if (address(s.network) == address(0)) return;
        _chooseReceiver(s, toSeed % 4 != 0);
        _stake(s, seed);
    }

    function _stakeUnder(INetworkToken network, uint256 termsId, uint256 seed, uint256 amount) internal {
        Stake memory s;
        (s.network, s.termsId) = (network, termsId);
        if (!_drawStake(s, seed, amount)) return;
        _chooseReceiver(s, false);
        _stake(s, seed);
    }

    function _findStake(uint256 seed, uint256 amount) private view returns (Stake memory s) {
        for (uint256 i = 0; i < _networks.length; ++i) {
            s.network = _network(seed % _networks.length + i);
            uint256 count = s.network.termsCount();
            for (uint256 j = 0; j < count; ++j) {
                s.termsId = (seed / 64 % count + j) % count;
                if (_drawStake(s, seed, amount)) return s;
            }
        }
        s.network = INetworkToken(address(0));
    }

    function _drawStake(Stake memory s, uint256 seed, uint256 amount) private view returns (bool) {
        uint256 used;
        (s.terms, used) = s.network.termsOf(s.termsId);
        s.kind = s.network.termsKindOf(s.termsId);
        uint256 left = s.terms.cap - used;
        bool over = left == 0 || block.timestamp > s.terms.expiry;
        if (s.kind == TermsKind.Exit || over) return false;
        s.member = EquityToken(payable(s.terms.member));
        uint256 least = s.kind == TermsKind.Founding ? left : 1;
        s.account = s.terms.account == address(0) ? _holderWithKey(s.member, seed, least) : s.terms.account;
        uint256 owned = s.account == address(0) ? 0 : s.member.transferableBalanceOf(s.account);
        if (owned < least) return false;
        uint256 most = Math.min(left, owned);
        // Often as much as can be.
        s.amount = s.kind == TermsKind.Founding || amount % 2 == 0 ? most : _bound(amount, 1, most);
        s.shares = s.amount * s.terms.rate / 1e18;
        return s.shares != 0;
    }

    function _chooseReceiver(Stake memory s, bool toOwnToken) private view {
        address own = REGISTRY.personalTokenOf(s.account);
        s.to = toOwnToken && own != address(0) ? own : s.account;
    }

    function _stake(Stake memory s, uint256 seed) private {
        _moveTimeTo(s.terms.opensAt);
        // Mostly the person lets the network in.
        if (!_isNetwork(address(s.member)) && seed / 4096 % 8 != 0) _letIn(s.member, s.network);
        bytes memory refusal = _useRefusal(_asUse(s));
        if (refusal.length == 0) {
            assertEq(s.network.previewStake(s.termsId, s.account, s.amount), s.shares, "as previewed");
            refusal = _movesRefusal(s);
        }
        uint256[] memory memberBefore = _dues(s.member);
        uint256[] memory networkBefore = _dues(EquityToken(payable(address(s.network))));
        bool byPermit = seed / 32768 % 3 == 0 && _keys[s.account] != 0;
        bytes memory data = byPermit ? _permitStakeData(s) : _stakeData(s);
        if (!_call(s.account, address(s.network), 0, data, refusal)) {
            string memory of_ = _isNetwork(address(s.member)) ? " of a network" : "";
            _done(string.concat("misuse: ", _nameOf(bytes4(refusal)), of_));
            return _done("stake refused");
        }

        _noteStake(s);
        _requireDuesKept(s.member, memberBefore);
        _requireDuesKept(EquityToken(payable(address(s.network))), networkBefore);
        _requireFloat(s.member, address(s.network));
        _done(s.kind == TermsKind.Founding ? "stake founding" : "stake entry");
        if (byPermit) _done("stakeWithPermit");
        if (s.terms.lockup != 0) _done("stake locked");
        if (s.to != s.account) _done("stake to own token");
    }

    /// @dev With just the supply that it makes.
    function _stakeData(Stake memory s) private returns (bytes memory) {
        vm.prank(s.account);
        s.member.approve(address(s.network), s.amount);
        uint256 supply = s.network.totalSupply() + s.shares;
        return abi.encodeCall(INetworkAdmission.stake, (s.termsId, s.amount, s.to, supply));
    }

    function _permitStakeData(Stake memory s) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 sig) =
            PermitSigner.sign(s.member, _keys[s.account], s.account, address(s.network), s.amount, block.timestamp);
        uint256 supply = s.network.totalSupply() + s.shares;
        return abi.encodeCall(
            INetworkAdmission.stakeWithPermit, (s.termsId, s.amount, s.to, supply, block.timestamp, v, r, sig)
        );
    }

    function _letIn(EquityToken member, INetworkToken network) private {
        PersonalToken personal = PersonalToken(payable(address(member)));
        if (personal.transfersOpen()) return;
        vm.prank(personal.person());
        personal.approveHolder(address(network), true);
    }

    function _asUse(Stake memory s) private view returns (Use memory) {
        uint256 used = _ghostUsed[address(s.network)][s.termsId];
        return Use(s.network, s.termsId, s.terms, s.kind, used, s.account, s.amount, true);
    }

    /// @dev Why member shares could not come in, or network shares not be minted.
    function _movesRefusal(Stake memory s) private view returns (bytes memory refusal) {
        refusal = _approvalRefusal(s.member, address(s.network));
        if (refusal.length == 0) {
            refusal = _floatRefusal(s.member, address(s.network), s.amount, s.member.eligibleSupply());
        }
        if (refusal.length == 0) refusal = _supplyRefusal(s.network.totalSupply() + s.shares);
    }

    function _noteStake(Stake memory s) private {
        address network = address(s.network);
        uint256 supply = _ghostTotalMinted[network] - _ghostTotalBurned[network];
        _noteUse(network, s.termsId, s.amount, s.terms.cap);
        _notePosition(network, s.terms.member, s.to, s.amount, s.shares);
        _noteLock(network, s.to, s.shares, s.terms.lockup);
        _ghostTotalMinted[network] += s.shares;
        _moved(s.member, s.account, network, s.amount);
        _moved(EquityToken(payable(network)), address(0), s.to, s.shares);
        if (s.kind == TermsKind.Entry) return _noteVotedMint(network, s.shares, supply);
        _ghostReceiver[network][s.termsId] = s.to;
    }

    // ------------------------------------------------------------------------------------------------------- misuse

    /// @dev Terms used too early, too late, too much, by somebody else, for somebody else, or for what they are not.
    function misuseTerms(uint256 seed, uint256 way) external {
        INetworkToken network = _network(seed);
        uint256 count = network.termsCount();
        uint256 termsId = seed / 64 % count;
        (Terms memory terms, uint256 used) = network.termsOf(termsId);
        TermsKind kind = network.termsKindOf(termsId);
        address account = terms.account == address(0) ? _wallet(seed) : terms.account;
        uint256 amount = terms.cap - used;
        way = way % 5;
        if (way == 0) ++amount;
        else if (way == 1) account = _people[seed % _people.length];
        else if (way == 2) amount = amount / 2 + 1;
        else if (way == 3) termsId = count;
        bool asStake = seed / 4096 % 2 == 0;
        bytes memory refusal = way == 3
            ? abi.encodeWithSelector(INetworkAdmission.UnknownTerms.selector, termsId)
            : _useRefusal(Use(network, termsId, terms, kind, used, account, amount, asStake));
        if (refusal.length == 0) return;
        bytes memory data = asStake
            ? abi.encodeCall(INetworkAdmission.stake, (termsId, amount, account, type(uint256).max))
            : abi.encodeCall(INetworkAdmission.unstake, (termsId, amount));
        _call(account, address(network), 0, data, refusal);
        _done(string.concat("misuse: ", _nameOf(bytes4(refusal))));
    }

    /// @dev A stake of more than there is left, for somebody else, or into more shares than the staker would accept.
    function misuseStake(uint256 seed, uint256 amount, uint256 way) external {
        Stake memory s = _findStake(seed, amount);
        if (address(s.network) == address(0)) return;
        _moveTimeTo(s.terms.opensAt);
        Use memory use = _asUse(s);
        if (_useRefusal(use).length != 0) return;
        uint256 supply = s.network.totalSupply() + s.shares;
        bytes memory refusal =
            abi.encodeWithSelector(INetworkAdmission.NetworkSupplyAboveMaximum.selector, supply, supply - 1);
        s.to = s.account;
        if (way % 3 == 0) {
            s.to = _strangerTo(s.account, seed);
            refusal = abi.encodeWithSelector(INetworkAdmission.ReceiverNotOwn.selector, s.to);
        } else if (way % 3 == 1) {
            s.amount = use.amount = use.terms.cap - use.used + 1;
            refusal = _useRefusal(use);
        }
        bytes memory data = abi.encodeCall(INetworkAdmission.stake, (s.termsId, s.amount, s.to, supply - 1));
        _call(s.account, address(s.network), 0, data, refusal);
        _done(string.concat("misuse: ", _nameOf(bytes4(refusal))));
    }

    function _strangerTo(address account, uint256 seed) private view returns (address to) {
        to = _account(seed / 4096);
        if (to == account || to == REGISTRY.personalTokenOf(account)) return address(0);
    }
}
