// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ITextErrors} from "./ITextErrors.sol";
import {HolderClass, IncomeKind, TokenKind} from "../types/EquityTypes.sol";

/// @title Shares that pay dividends and can themselves hold equity tokens
interface IEquityToken is IERC20Metadata, IERC20Permit, IERC5267, IERC165, ITextErrors {
    /// @notice Income per share moved.
    /// @param incomePerShare Accumulated income per share × 2¹²⁸, in wei of the currency.
    /// @param streamLeft Currency that is paid in and still streams, in wei.
    /// @param eligibleSupply Supply that takes part in income, in wei of shares.
    event Accrued(uint256 incomePerShare, uint256 streamLeft, uint256 eligibleSupply);

    /// @notice Currency came in for the holders.
    /// @param source The person, the harvested token or the giver; the token itself for absorbed currency.
    /// @param amount What arrived, in wei of the currency.
    event IncomeReceived(IncomeKind indexed kind, address indexed source, uint256 amount, string note);

    /// @notice Income was paid out.
    event Claimed(address indexed account, address indexed to, uint256 amount);

    /// @notice A holder's class became other than it was.
    event HolderClassified(address indexed account, HolderClass class);

    /// @notice ERC-7572: the metadata changed.
    event ContractURIUpdated();

    /// @notice Only the registry may initialise a token.
    error OnlyRegistry(address caller);

    /// @notice An amount of currency is zero, or nothing of it arrived.
    error ZeroAmount();

    /// @notice The native coin sent along is not what the call needs: the amount for the native coin, none for an ERC-20.
    error WrongValue(uint256 sent, uint256 expected);

    /// @notice Too few shares take part in income for it to be divided.
    error NoEligibleHolders(uint256 eligibleSupply, uint256 minimum);

    /// @notice The token's income over its life would pass the limit, in wei of the currency.
    error IncomeAboveLimit(uint256 totalIncome, uint256 limit);

    /// @notice The token would have some shares, but fewer than the minimum.
    error SupplyBelowMinimum(uint256 supply, uint256 minimum);

    /// @notice The token would have more shares than the limit.
    error SupplyAboveLimit(uint256 supply, uint256 limit);

    /// @notice Shares enter an equity token only by its own stake or its person's, and never itself.
    error TreasuryDidNotAsk(address treasury);

    /// @notice Treasuries would hold more of this token than leaves enough with people; both in wei of shares.
    error TreasuriesHoldTooMuch(uint256 held, uint256 limit);

    /// @notice The address is no token of this registry.
    error NotEquityToken(address token);

    /// @notice An equity token is paid only by its own harvest.
    error OnlyOwnHarvest(address treasury);

    /// @notice Nothing is due to the account.
    error NothingToClaim(address account);

    /// @notice All currency that the token holds is booked already.
    error NothingToAbsorb();

    /// @notice The account's class is right as it is.
    error NothingToReclassify(address account);

    /// @notice Personal or network token.
    function kind() external view returns (TokenKind);

    /// @notice The registry that made this token.
    function registry() external view returns (address);

    /// @notice What gains are paid in; zero is the chain's native coin.
    function currency() external view returns (address);

    /// @notice ERC-7572 metadata: `data:` or `ipfs://` JSON.
    function contractURI() external view returns (string memory);

    /// @notice Accumulated income per share × 2¹²⁸, in wei of the currency.
    function incomePerShare() external view returns (uint256);

    /// @notice Shares that take part in income, in wei.
    function eligibleSupply() external view returns (uint256);

    /// @notice Income over the token's life, in wei of the currency.
    function totalIncome() external view returns (uint256);

    /// @notice Income paid out over the token's life, to treasuries too, in wei of the currency.
    function totalClaimed() external view returns (uint256);

    /// @notice Currency that the token holds and has not booked as income: what {absorb} would book.
    function unaccounted() external view returns (uint256);

    /// @notice Shares that treasuries of equity tokens hold, in wei.
    function treasuryHeld() external view returns (uint256);

    /// @notice How an account takes part in income.
    function classOf(address account) external view returns (HolderClass);

    /// @notice What the account can claim now, in wei of the currency.
    function claimable(address account) external view returns (uint256);

    /// @notice What the ledger adds to a balance's part of the income: `claimable = max(0, ⌊balance × incomePerShare /
    /// 2¹²⁸⌋ − debt)`, in wei of the currency.
    function debtOf(address account) external view returns (int256);

    /// @notice Whether a transfer would go through, and the selector of the error if not. Allowances are not looked at.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed, bytes4 reason);

    /// @notice Pays `account` all it can claim. Anyone may call; for an equity token only its own harvest may.
    ///
    /// @dev Emits {Claimed}.
    ///
    /// Notes:
    /// - A receiver that refuses the currency, or is blocked by it, makes only its own claim fail. Nothing is lost: it
    ///   stays claimable.
    ///
    /// Requirements:
    /// - something is claimable, else {NothingToClaim}
    /// - an equity token is the caller itself, else {OnlyOwnHarvest}; one that is not marked yet (see {reclassify}) is
    ///   paid by anyone's call, and can {absorb} that
    ///
    /// @param account Whom to pay.
    /// @return paid What was sent, in wei of the currency.
    function claim(address account) external returns (uint256 paid);

    /// @notice Gives currency to the holders.
    ///
    /// @dev Emits {Accrued} and {IncomeReceived}.
    ///
    /// Notes:
    /// - An ERC-20 that keeps a part of what is sent gives the holders what arrived.
    ///
    /// Requirements:
    /// - native coin: the value is `amount`; ERC-20: no value, and an allowance of `amount`, else {WrongValue}
    /// - something arrives, else {ZeroAmount}
    /// - `note` has at most 1,024 bytes
    /// - at least 10¹⁵ wei of shares take part, else {NoEligibleHolders}
    /// - the token's income stays below 2¹¹⁰, else {IncomeAboveLimit}
    ///
    /// @param amount In wei of the currency.
    /// @param note Free text for the record.
    function distribute(uint256 amount, string calldata note) external payable;

    /// @notice Books currency that came in any other way as donated income, so that nothing sent by mistake is lost.
    ///
    /// @dev Emits {Accrued} and {IncomeReceived}, whose source is this token.
    ///
    /// Requirements:
    /// - {unaccounted} is above zero, else {NothingToAbsorb}
    /// - as for {distribute}: enough shares take part, and income stays within its limit
    ///
    /// @return amount What was booked, in wei of the currency.
    function absorb() external returns (uint256 amount);

    /// @notice Pulls what this token can claim from `source` and books what arrived as harvested income.
    ///
    /// @dev Emits {Accrued} and {IncomeReceived} here, {Claimed} at the source.
    ///
    /// Notes:
    /// - What is not harvested yet belongs to those who hold at the harvest.
    ///
    /// Requirements:
    /// - `source` is a token of this registry, else {NotEquityToken}
    /// - it has something for this token, else {NothingToClaim}
    /// - as for {distribute}: enough shares take part, and income stays within its limit; else all stays claimable
    ///
    /// @param source A token that the treasury holds.
    /// @return amount What arrived, in wei of the currency.
    function harvest(address source) external returns (uint256 amount);

    /// @notice Marks a holder as a treasury that received its shares before it became an equity token.
    ///
    /// @dev Emits {HolderClassified}.
    ///
    /// Notes:
    /// - Anyone may call. No shares or currency move. Receiving further shares does the same by itself.
    ///
    /// Requirements:
    /// - `account` is an equity token that is not marked yet, else {NothingToReclassify}
    ///
    /// @param account The holder.
    function reclassify(address account) external;
}
