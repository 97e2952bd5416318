// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {EquityToken} from "../../../src/EquityToken.sol";
import {FoundingStatus, Position, TermsKind} from "../../../src/types/EquityTypes.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {IPersonalToken} from "../../../src/interfaces/IPersonalToken.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {TermsRules} from "./TermsRules.sol";

/// @notice How members go out of networks.
abstract contract ExitHandler is TermsRules {
    struct Before {
        uint256 due;
        uint256 eligible;
        uint256 shares;
        uint256 locked;
        uint256[] memberDues;
        uint256[] networkDues;
    }

    /// @notice By a wallet.
    function unstake(uint256 seed, uint256 amount) external {
        _exit(seed, amount, false);
    }

    /// @notice By a person, for the treasury.
    function leave(uint256 seed, uint256 amount) external {
        _exit(seed, amount, true);
    }

    /// @dev Uses the first terms that can be, now or within days, from a place by chance on; founding terms first, since
    /// their time is short.
    function _exit(uint256 seed, uint256 amount, bool byPerson) internal {
        if (!_exitUnder(TermsKind.Founding, seed, amount, byPerson)) {
            _exitUnder(TermsKind.Exit, seed, amount, byPerson);
        }
    }

    function _exitUnder(TermsKind kind, uint256 seed, uint256 amount, bool byPerson) private returns (bool) {
        for (uint256 i = 0; i < _networks.length; ++i) {
            Use memory use;
            use.network = _network(seed % _networks.length + i);
            uint256 count = use.network.termsCount();
            for (uint256 j = 0; j < count; ++j) {
                use.termsId = (seed / 64 % count + j) % count;
                use.kind = use.network.termsKindOf(use.termsId);
                if (use.kind != kind || !_drawExit(use, amount) || _isToken[use.account] != byPerson) continue;
                _moveTimeTo(kind == TermsKind.Founding ? use.terms.expiry + 1 : use.terms.opensAt);
                _exitAs(use);
                return true;
            }
        }
        return false;
    }

    function _drawExit(Use memory use, uint256 seed) private view returns (bool) {
        (use.terms, use.used) = use.network.termsOf(use.termsId);
        address network = address(use.network);
        if (use.kind == TermsKind.Founding) {
            (use.account, use.amount) = (_ghostReceiver[network][use.termsId], use.used);
            FoundingStatus status = use.network.foundingStatus();
            if (use.used == 0) return false;
            // Now and then it is left to fail.
            if (status == FoundingStatus.Open) return seed % 4 == 0;
            // Rarely, when the time for that is over.
            return status == FoundingStatus.Failed && (seed % 16 == 0 || _useRefusal(use).length == 0);
        }
        Position memory position = _ghostPosition[network][use.terms.member][use.terms.account];
        uint256 left = position.staked - position.returned;
        uint256 most = Math.min(use.terms.cap - use.used, left);
        use.account = use.terms.account;
        // Now and then more than is left.
        bool tooMuch = seed % 2 == 0 && use.terms.cap - use.used > left;
        use.amount = tooMuch ? left + 1 : seed % 4 == 1 ? most : _bound(seed, 1, Math.max(most, 1));
        return most != 0 && block.timestamp <= use.terms.expiry;
    }

    function _exitAs(Use memory use) private {
        EquityToken member = EquityToken(payable(use.terms.member));
        EquityToken network = EquityToken(payable(address(use.network)));
        bytes memory refusal = _useRefusal(use);
        Before memory before;
        before.due = member.claimable(address(network));
        before.eligible = network.eligibleSupply();
        before.locked = _ghostLock(address(network), use.account).amount;
        before.memberDues = _dues(member);
        before.networkDues = _dues(network);
        if (refusal.length == 0) {
            before.shares = _sharesToBurn(use);
            assertEq(use.network.previewUnstake(use.termsId, use.account, use.amount), before.shares, "as previewed");
            refusal = _movesRefusal(use, member, before.shares);
        }
        if (!_callExit(use, refusal)) {
            _done(string.concat("misuse: ", _nameOf(bytes4(refusal))));
            return _done(_isToken[use.account] ? "leave refused" : "unstake refused");
        }

        // All that the member owed the network was harvested before.
        _requireHarvested(network, before, use.account);
        _forget(member, address(network), before);
        _noteExit(use, member, before.shares);
        _requireDuesKept(member, before.memberDues);
        string memory name = _isToken[use.account] ? "leave" : "unstake";
        _done(string.concat(name, use.kind == TermsKind.Founding ? " founding" : " exit"));
        if (before.due != 0) _done("unstake harvests");
        if (before.locked != 0) _done("unstake locked");
    }

    function _callExit(Use memory use, bytes memory refusal) private returns (bool) {
        if (!_isToken[use.account]) {
            bytes memory unstakeData = abi.encodeCall(INetworkAdmission.unstake, (use.termsId, use.amount));
            return _call(use.account, address(use.network), 0, unstakeData, refusal);
        }
        address person = PersonalToken(payable(use.account)).person();
        bytes memory data = abi.encodeCall(IPersonalToken.leave, (address(use.network), use.termsId, use.amount));
        return _call(person, use.account, 0, data, refusal);
    }

    /// @dev Why shares could not be burned, or could not come back.
    function _movesRefusal(Use memory use, EquityToken member, uint256 shares)
        private
        view
        returns (bytes memory refusal)
    {
        uint256 balance = _ghostShares[address(use.network)][use.account];
        if (balance < shares) {
            return abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, use.account, balance, shares);
        }
        refusal = _supplyRefusal(use.network.totalSupply() - shares);
        // Own shares that come back are burned. What goes from one treasury to another is held by treasuries as before.
        bool own = use.account == address(member);
        if (refusal.length == 0 && own) refusal = _supplyRefusal(member.totalSupply() - use.amount);
    }

    /// @dev Who leaves has a part in what was harvested, less a wei for the burn.
    function _requireHarvested(EquityToken network, Before memory before, address leaver) private view {
        if (before.eligible < MIN_SUPPLY) return assertGe(network.unaccounted(), before.due, "waits to be absorbed");
        address[] storage accounts = _holders[address(network)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            bool takesPart = !_ghostExcluded[address(network)][accounts[i]];
            uint256 shares = takesPart ? _ghostShares[address(network)][accounts[i]] : 0;
            uint256 part = before.due * shares / before.eligible;
            uint256 due = network.claimable(accounts[i]);
            uint256 was = before.networkDues[i];
            assertLe(due, was + part + (before.due == 0 ? 0 : 1), "nobody gets more than a part of the harvest");
            uint256 behind = was == 0 ? _ghostDust[address(network)] : 0;
            assertGe(due + behind + 1 + (accounts[i] == leaver ? 1 : 0), was + part, "nor less");
        }
    }

    function _forget(EquityToken token, address account, Before memory before) private view {
        address[] storage accounts = _holders[address(token)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (accounts[i] == account) before.memberDues[i] = 0;
        }
    }

    function _noteExit(Use memory use, EquityToken member, uint256 shares) private {
        address network = address(use.network);
        if (use.kind == TermsKind.Exit) {
            _noteUse(network, use.termsId, use.amount, use.terms.cap);
            _ghostLastExit[network] = block.timestamp;
        } else {
            _ghostUsed[network][use.termsId] = 0;
        }
        Position storage position = _ghostPosition[network][use.terms.member][use.account];
        position.returned += use.amount;
        position.burned += shares;
        assertLe(position.returned, position.staked, "nobody takes back more than was staked");
        _ghostTotalBurned[network] += shares;
        _noteUnlock(network, use.account, shares);
        _moved(EquityToken(payable(network)), use.account, address(0), shares);
        _moved(member, network, use.account == address(member) ? address(0) : use.account, use.amount);
    }

    // -------------------------------------------------------------------------------------------------------- votes

    function delegate(uint256 seed, uint256 bySeed, uint256 toSeed) external {
        INetworkToken network = _network(seed);
        address by = _people[bySeed % _people.length];
        address to = toSeed % 8 == 0 ? address(0) : _wallet(toSeed);
        vm.prank(by);
        network.delegate(to);
        _noteDelegate(address(network), by, to);
        _done("delegate");
    }

    function delegateVotes(uint256 seed, uint256 networkSeed, uint256 toSeed) external {
        PersonalToken token = _personal(seed);
        address network = address(_network(networkSeed));
        address to = toSeed % 8 == 0 ? address(0) : _wallet(toSeed);
        bytes memory data = abi.encodeCall(IPersonalToken.delegateVotes, (network, to));
        _call(token.person(), address(token), 0, data, "");
        _noteDelegate(network, address(token), to);
        _done("delegateVotes");
    }
}
