// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {INetworkAdmission} from "./interfaces/INetworkAdmission.sol";
import {INetworkShares} from "./interfaces/INetworkShares.sol";
import {EquityToken} from "./EquityToken.sol";
import {VotingShares} from "./base/VotingShares.sol";
import {CurrencyTransfer} from "./libraries/CurrencyTransfer.sol";
import {DividendMath} from "./libraries/DividendMath.sol";
import {Stream, TokenKind} from "./types/EquityTypes.sol";

/// @title Equity in a collective, which holds equity in its members
/// @dev A network is more than one contract's code may be: here are its shares and its money; how members come and go
/// is in {NetworkAdmission}, to which every other call is delegated. Both work on the same state, and neither can be
/// exchanged.
contract NetworkToken is VotingShares, Proxy {
    using CurrencyTransfer for address;

    address private immutable ADMISSION;

    /// @param admission_ {NetworkAdmission} for the same registry.
    constructor(address registry_, address currency_, address admission_) EquityToken(registry_, currency_) {
        ADMISSION = admission_;
    }

    modifier onlySelf() {
        if (msg.sender != address(this)) revert OnlySelf(msg.sender);
        _;
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc INetworkShares
    function admission() external view returns (address) {
        return ADMISSION;
    }

    /// @inheritdoc IEquityToken
    function kind() external pure returns (TokenKind) {
        return TokenKind.Network;
    }

    /// @inheritdoc IEquityToken
    function stream() external pure returns (Stream memory) {}

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(EquityToken, IERC165) returns (bool) {
        return interfaceId == type(INetworkShares).interfaceId || interfaceId == type(INetworkAdmission).interfaceId
            || interfaceId == type(IVotes).interfaceId || interfaceId == type(IERC6372).interfaceId
            || super.supportsInterface(interfaceId);
    }

    // -------------------------------------------------------------------------------------------- the other half

    /// @inheritdoc INetworkShares
    function mintStaked(address to, uint256 shares, uint256 lockup) external onlySelf {
        _lock(to, shares, lockup);
        _mint(to, shares);
    }

    /// @inheritdoc INetworkShares
    function burnUnstaked(address account, uint256 shares, address source) external onlySelf {
        _harvestIfAny(source);
        _unlock(account, shares);
        _burn(account, shares);
    }

    /// @dev So that who leaves has a part in what is due already. Where that can't be had, leaving goes on: a claim that
    /// fails stays claimable, and what can't be divided now waits for {absorb}.
    function _harvestIfAny(address source) private {
        if (IEquityToken(source).claimable(address(this)) == 0) return;
        uint256 balanceBefore = CURRENCY.ownBalance();
        try IEquityToken(source).claim(address(this)) {}
        catch {
            return;
        }
        uint256 amount = CURRENCY.ownBalance() - balanceBefore;
        if (!_isDivisible(amount)) return;
        _divide(amount);
        emit Harvested({source: source, amount: amount});
    }

    /// @dev Whether {_divide} would take it.
    function _isDivisible(uint256 amount) private view returns (bool) {
        uint256 eligible = eligibleSupply();
        if (amount == 0 || eligible < DividendMath.MIN_SUPPLY || _poolLeft != address(0)) return false;
        if (_accounted + amount > DividendMath.MAX_INCOME) return false;
        uint256 perShare = _incomePerShare + DividendMath.incomePerShareDown(amount, eligible);
        return perShare <= DividendMath.MAX_INCOME_PER_SHARE;
    }

    function _implementation() internal view override returns (address) {
        return ADMISSION;
    }
}
