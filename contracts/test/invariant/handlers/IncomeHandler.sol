// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {ISettlement} from "../../../src/interfaces/ISettlement.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {Hop} from "../../../src/types/EquityTypes.sol";
import {RefusingReceiver} from "../../mocks/Receivers.sol";
import {ClaimSigner} from "../../utils/ClaimSigner.sol";
import {Refusals} from "./Refusals.sol";

/// @notice What people do with currency.
abstract contract IncomeHandler is Refusals {
    enum Who {
        Anybody,
        Acts,
        Signs
    }

    uint256 private constant MAX_DURATION = 1461 days;
    uint256 private constant MAX_HOPS = 24;
    uint256 private constant MAX_TURNS = 4;

    // ---------------------------------------------------------------------------------------------------- paying in

    function realize(uint256 seed, uint256 amount) external {
        PersonalToken token = _personal(seed);
        bytes memory refusal = _durationRefusal(token, 0);
        if (refusal.length == 0) refusal = _incomeRefusal(token);
        amount = _payable(token.person(), amount);
        uint256[] memory before = _dues(token);
        if (!_realize(token, amount, 0, refusal)) return _done("realize refused");
        _requireShared(token, before, amount);
        _done("realize");
    }

    function realizeOverTime(uint256 seed, uint256 amount, uint256 duration) external {
        PersonalToken token = _personal(seed);
        // Mostly such as people would choose; now and then too little where there are pools, or too much.
        uint256 most = duration % 8 == 0 ? 2 * MAX_DURATION : 60 days;
        duration = _bound(duration, 1, duration % 8 == 1 ? 1 days : most);
        bytes memory refusal = _durationRefusal(token, duration);
        if (refusal.length == 0) refusal = _incomeRefusal(token);
        amount = _payable(token.person(), amount);
        uint256[] memory before = _dues(token);
        uint256 held = token.accounted();
        if (!_realize(token, amount, duration, refusal)) return _done("realizeOverTime refused");
        assertEq(token.accounted(), held + amount, "the token holds it for its holders");
        assertLe(token.stream().end, block.timestamp + MAX_DURATION, "in four years all of it has accrued");
        _requireSame(_dues(token), before, "nothing of it is due yet");
        _done("realizeOverTime");
    }

    function _realize(PersonalToken token, uint256 amount, uint256 duration, bytes memory refusal)
        private
        returns (bool success)
    {
        address person = token.person();
        uint256 id = token.realizationCount();
        bytes memory data = abi.encodeCall(IPersonalToken.realize, (amount, duration, "gain"));
        success = _call(person, address(token), amount, data, refusal);
        assertEq(token.realizationCount(), success ? id + 1 : id, "gains are counted");
        if (success) _paid(person, amount);
    }

    function _durationRefusal(PersonalToken token, uint256 duration) private view returns (bytes memory) {
        uint256 minimum = _poolsMatter(token) ? 1 days : 0;
        if (duration >= minimum && duration <= MAX_DURATION) return "";
        return abi.encodeWithSelector(IPersonalToken.DurationOutOfRange.selector, duration, minimum, MAX_DURATION);
    }

    /// @dev The person lets what streams accrue sooner.
    function shortenStream(uint256 seed, uint256 duration) external {
        for (uint256 i = 0; i < _personalTokens.length; ++i) {
            PersonalToken token = _personal(seed % _personalTokens.length + i);
            if (_streaming(token) == 0) continue;
            duration = _bound(duration, 1 hours, 30 days);
            uint256 end = _streamEnd(token);
            bytes memory refusal = _durationRefusal(token, duration);
            if (refusal.length == 0 && block.timestamp + duration >= end) {
                refusal = abi.encodeWithSelector(IPersonalToken.StreamEndsSooner.selector, end);
            }
            uint256 left = _streaming(token);
            uint256[] memory before = _dues(token);
            bytes memory data = abi.encodeCall(IPersonalToken.shortenStream, (duration));
            if (!_call(token.person(), address(token), 0, data, refusal)) return _done("shortenStream refused");
            assertEq(token.stream().end, block.timestamp + duration, "it ends then");
            assertEq(_streaming(token), left, "and as much is to come");
            _requireSame(_dues(token), before, "nothing of it is due yet");
            return _done("shortenStream");
        }
    }

    function distribute(uint256 seed, uint256 giverSeed, uint256 amount) external {
        EquityToken token = _token(seed);
        address giver = _wallet(giverSeed);
        amount = _payable(giver, amount);
        uint256[] memory before = _dues(token);
        bytes memory data = abi.encodeCall(IEquityToken.distribute, (amount, "gift"));
        if (!_call(giver, address(token), amount, data, _incomeRefusal(token))) return _done("distribute refused");
        _paid(giver, amount);
        _requireShared(token, before, amount);
        _done("distribute");
    }

    function sendByMistake(uint256 seed, uint256 giverSeed, uint256 amount) external {
        address giver = _wallet(giverSeed);
        amount = _payable(giver, amount);
        _call(giver, address(_token(seed)), amount, "", "");
        _paid(giver, amount);
        _done("sendByMistake");
    }

    function absorb(uint256 seed) external {
        for (uint256 i = 0; i < tokenCount(); ++i) {
            EquityToken token = _token(seed % tokenCount() + i);
            uint256 waiting = token.unaccounted();
            if (waiting == 0) continue;
            uint256[] memory before = _dues(token);
            bytes memory data = abi.encodeCall(IEquityToken.absorb, ());
            if (!_call(_wallet(seed), address(token), 0, data, _incomeRefusal(token))) return _done("absorb refused");
            assertEq(token.unaccounted(), 0, "all that waited is absorbed");
            _requireShared(token, before, waiting);
            return _done("absorb");
        }
    }

    /// @dev Mostly amounts of which some wei stay over, up to an eighth of what there is.
    function _payable(address from, uint256 seed) internal view returns (uint256) {
        return _bound(seed, 1, from.balance / 8 + 1);
    }

    // --------------------------------------------------------------------------------------------------- paying out

    /// @dev Anyone may have anybody paid.
    function claim(uint256 seed, uint256 bySeed) external {
        (EquityToken token, address account) = _creditor(seed, Who.Anybody);
        if (account == address(0)) return;
        uint256 due = token.claimable(account);
        bytes memory data = abi.encodeCall(IEquityToken.claim, (account));
        if (!_call(_wallet(bySeed), address(token), 0, data, _receiptRefusal(account))) return _done("claim refused");
        _received(account, due);
        assertEq(token.claimable(account), 0, "all of it was paid");
        _done("claim");
    }

    function claimTo(uint256 seed, uint256 toSeed) external {
        (EquityToken token, address account) = _creditor(seed, Who.Acts);
        address to = _account(toSeed);
        if (account == address(0)) return;
        uint256 due = token.claimable(account);
        bytes memory data = abi.encodeCall(IEquityToken.claimTo, (to));
        if (!_call(account, address(token), 0, data, _receiptRefusal(to))) return _done("claimTo refused");
        _received(to, due);
        _done("claimTo");
    }

    function claimToBySig(uint256 seed, uint256 toSeed, bool forged) external {
        (EquityToken token, address account) = _creditor(seed, Who.Signs);
        if (account == address(0)) return;
        address to = _wallet(toSeed);
        uint256 due = token.claimable(account);
        uint256 key = forged ? uint256(keccak256("forger")) : _keys[account];
        bytes memory signature = ClaimSigner.sign(token, key, account, to, block.timestamp);
        bytes memory data = abi.encodeCall(IEquityToken.claimToBySig, (account, to, block.timestamp, signature));
        bytes memory invalid = abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, account);
        if (!_call(_wallet(seed), address(token), 0, data, forged ? invalid : bytes(""))) {
            return _done("claimToBySig refused");
        }
        _received(to, due);
        _call(_wallet(seed), address(token), 0, data, invalid);
        _done("claimToBySig");
    }

    /// @dev The first that something is due to, and who is not paid by a harvest only, from a place by chance on.
    function _creditor(uint256 seed, Who who) private view returns (EquityToken token, address account) {
        // Now and then the one who refuses to be paid.
        for (uint256 i = 0; i < tokenCount() && seed % 4 == 0 && who == Who.Anybody; ++i) {
            if (tokenAt(i).claimable(address(_refuser)) != 0) return (tokenAt(i), address(_refuser));
        }
        for (uint256 i = 0; i < tokenCount(); ++i) {
            token = _token(seed % tokenCount() + i);
            address[] storage list = _holders[address(token)];
            for (uint256 j = 0; j < list.length; ++j) {
                account = list[(seed / 64 % list.length + j) % list.length];
                if (_ghostMarked[address(token)][account] || !_fits(account, who)) continue;
                if (token.claimable(account) != 0) return (token, account);
            }
        }
        return (token, address(0));
    }

    function _fits(address account, Who who) private view returns (bool) {
        if (who == Who.Signs) return _keys[account] != 0;
        return who == Who.Anybody || _acts[account];
    }

    /// @dev Who can't be paid in the native coin.
    function _receiptRefusal(address to) private view returns (bytes memory) {
        if (to == address(_refuser)) return abi.encodeWithSelector(RefusingReceiver.NoThanks.selector);
        return _isPool[to] ? abi.encodeWithSelector(Errors.FailedCall.selector) : bytes("");
    }

    // ----------------------------------------------------------------------------------------------- along the graph

    function harvest(uint256 seed, uint256 bySeed) external {
        (EquityToken holder, EquityToken source) = _edge(seed, seed % 8 != 0);
        uint256 due = source.claimable(address(holder));
        bytes memory refusal = _incomeRefusal(holder);
        if (due == 0) refusal = abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, holder);
        if (holder == source) {
            refusal = abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        }
        uint256 waiting = holder.unaccounted();
        uint256[] memory before = _dues(holder);
        bytes memory data = abi.encodeCall(IEquityToken.harvest, (address(source)));
        if (!_call(_wallet(bySeed), address(holder), 0, data, refusal)) return _done("harvest refused");
        _requireShared(holder, before, due);
        assertEq(holder.unaccounted(), waiting, "what arrived is booked, and nothing else");
        assertEq(source.claimable(address(holder)), 0, "all of it was harvested");
        _done("harvest");
    }

    /// @dev A token that holds another one, with something due if asked for and there is such; else any two.
    function _edge(uint256 seed, bool due) internal view returns (EquityToken holder, EquityToken source) {
        for (uint256 i = 0; i < tokenCount(); ++i) {
            source = _token(seed % tokenCount() + i);
            address[] storage list = _holders[address(source)];
            for (uint256 j = 0; j < list.length; ++j) {
                address account = list[(seed / 64 % list.length + j) % list.length];
                if (!_isToken[account] || (due && source.claimable(account) == 0)) continue;
                return (EquityToken(payable(account)), source);
            }
        }
        return (_token(seed / 64), _token(seed));
    }

    /// @dev Hops by chance, mostly such that bring something, turned up to a few times; then all claims of somebody.
    function settle(uint256 accountSeed, uint256 seed, uint256 turns) external {
        Hop[] memory hops = new Hop[](1 + seed % MAX_HOPS);
        for (uint256 i = 0; i < hops.length; ++i) {
            uint256 draw = uint256(keccak256(abi.encode(seed, i)));
            (EquityToken holder, EquityToken source) = _edge(draw, draw % 8 < 4);
            uint256 repeats = i < hops.length / 2 ? 1 : 1 + turns % MAX_TURNS;
            hops[i] = Hop({holder: address(holder), source: address(source), repeats: repeats});
        }
        address[] memory claims = new address[](tokenCount());
        for (uint256 i = 0; i < claims.length; ++i) {
            claims[i] = address(tokenAt(i));
        }
        address account = _people[accountSeed % _people.length];
        uint256 promised = _simulate(hops, claims, account);
        uint256 paid = SETTLEMENT.settle(hops, claims, account, promised, block.timestamp);
        assertEq(paid, promised, "a simulation says what is paid");
        _received(account, paid);
        _done("settle");
    }

    /// @dev What would be paid, told by a refusal to be paid less than everything.
    function _simulate(Hop[] memory hops, address[] memory claims, address account) private returns (uint256 paid) {
        try SETTLEMENT.settle(hops, claims, account, type(uint256).max, block.timestamp) {
            assertTrue(false, "nobody is paid everything");
        } catch (bytes memory reason) {
            assertEq(bytes4(reason), ISettlement.PaidTooLittle.selector, "less than asked for");
            assembly ("memory-safe") {
                paid := mload(add(reason, 0x24))
            }
        }
    }

    function dispute(uint256 seed, uint256 bySeed, uint256 id) external {
        PersonalToken token = _personal(seed);
        address by = _people[bySeed % _people.length];
        uint256 count = token.realizationCount();
        id = _bound(id, 0, count);
        bytes memory expected;
        if (_ghostShares[address(token)][by] == 0) {
            expected = abi.encodeWithSelector(IPersonalToken.OnlyHolder.selector, by);
        }
        if (id == count) expected = abi.encodeWithSelector(IPersonalToken.UnknownRealization.selector, id);
        bytes memory data = abi.encodeCall(IPersonalToken.dispute, (id, "doubts"));
        if (_call(by, address(token), 0, data, expected)) _done("dispute");
    }

    function _requireSame(uint256[] memory list, uint256[] memory before, string memory why) internal pure {
        for (uint256 i = 0; i < before.length; ++i) {
            assertEq(list[i], before[i], why);
        }
    }
}
