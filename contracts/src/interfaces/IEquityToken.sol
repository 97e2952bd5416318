// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ITextErrors} from "./ITextErrors.sol";
import {HolderClass, Stream, TokenKind} from "../types/EquityTypes.sol";

/// @title Shares that pay dividends and can themselves hold equity tokens
interface IEquityToken is IERC20Metadata, IERC20Permit, IERC5267, IERC165, ITextErrors {
    /// @notice Income per share moved.
    /// @param incomePerShare Accumulated income per share × 2¹²⁸, in wei of the currency.
    /// @param streamLeft Currency that is paid in and still streams, in wei.
    /// @param eligibleSupply Supply that takes part in income, in wei of shares.
    event Accrued(uint256 incomePerShare, uint256 streamLeft, uint256 eligibleSupply);

    /// @notice Income: what the treasury's shares of `source` earned came in.
    /// @param amount What arrived, in wei of the currency.
    event Harvested(address indexed source, uint256 amount);

    /// @notice Income: currency was given to the holders.
    /// @param source Who gave it; the token itself for absorbed currency; a pool that was excluded for what it had
    /// accrued.
    /// @param amount What arrived, in wei of the currency.
    event Donated(address indexed source, uint256 amount, string note);

    /// @notice Income was paid out. What an excluded pool had accrued goes `to` the token itself.
    event Claimed(address indexed account, address indexed to, uint256 amount);

    /// @notice A holder's class became other than it was.
    event HolderClassified(address indexed account, HolderClass class);

    /// @notice ERC-7572: the metadata changed.
    event ContractURIUpdated();

    /// @notice The metadata is now this.
    event ContractURISet(string contractURI);

    /// @notice Only the registry may initialise a token.
    error OnlyRegistry(address caller);

    /// @notice The metadata was changed as often as can be.
    error MetadataFinal();

    /// @notice The token is made already.
    error AlreadyInitialized();

    /// @notice An amount of currency is zero, or nothing of it arrived.
    error ZeroAmount();

    /// @notice The native coin sent along is not what the call needs: the amount for the native coin, none for an ERC-20.
    error WrongValue(uint256 sent, uint256 expected);

    /// @notice Too few shares take part in income for it to be divided.
    error NoEligibleHolders(uint256 eligibleSupply, uint256 minimum);

    /// @notice The token would hold more for its holders than the limit, in wei of the currency.
    error IncomeAboveLimit(uint256 accounted, uint256 limit);

    /// @notice Income per share could pass its limit: too much income for too few shares.
    error IncomePerShareAboveLimit(uint256 incomePerShare, uint256 limit);

    /// @notice In this transaction shares left a pool: no income now, or they could be borrowed for it.
    error SharesJustLeftPool(address pool);

    /// @notice The address is no pool of this token, made by the registry's pool factory.
    error NotPoolOfToken(address pool);

    /// @notice The account is a treasury, or excluded already.
    error NothingToExclude(address account);

    /// @notice Nobody could get out what would be paid to the zero address.
    error ClaimToZeroAddress();

    /// @notice The signature was good until `deadline`, Unix time.
    error SignatureExpired(uint256 deadline);

    /// @notice The account did not sign this, or used its nonce for something else.
    error SignatureInvalid(address account);

    /// @notice The token would have some shares, but fewer than the minimum.
    error SupplyBelowMinimum(uint256 supply, uint256 minimum);

    /// @notice The token would have more shares than the limit.
    error SupplyAboveLimit(uint256 supply, uint256 limit);

    /// @notice Shares enter a network only by its own stake, a personal token only by its person's stake or leave or when
    /// its person allowed deposits, and no token itself.
    error TreasuryDidNotAsk(address treasury);

    /// @notice Treasuries would hold more of this token than leaves enough with people; both in wei of shares.
    error TreasuriesHoldTooMuch(uint256 held, uint256 limit);

    /// @notice The address is no token of this registry.
    error NotEquityToken(address token);

    /// @notice An equity token is paid only by its own harvest.
    error OnlyOwnHarvest(address treasury);

    /// @notice What a pool has accrued belongs to the other holders: see {exclude}.
    error PoolIsNotPaid(address pool);

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

    /// @notice Accumulated income per share × 2¹²⁸, in wei of the currency, with what streamed until now.
    function incomePerShare() external view returns (uint256);

    /// @notice Shares that take part in income, in wei.
    function eligibleSupply() external view returns (uint256);

    /// @notice Currency that the token holds for its holders: claimable, still streaming, and dust; in wei.
    function accounted() external view returns (uint256);

    /// @notice Currency that the token holds and has not booked as income: what {absorb} would book.
    function unaccounted() external view returns (uint256);

    /// @notice Shares that treasuries of equity tokens hold, in wei.
    function treasuryHeld() external view returns (uint256);

    /// @notice How an account takes part in income.
    function classOf(address account) external view returns (HolderClass);

    /// @notice What the account can claim now, in wei of the currency. What a pool that is not excluded yet has accrued is
    /// here too: see {exclude}.
    function claimable(address account) external view returns (uint256);

    /// @notice What the account could claim at `time` if nothing happened until then, in wei of the currency.
    /// @param time Unix time; before the last accrual it counts as that.
    function claimableAt(address account, uint256 time) external view returns (uint256);

    /// @notice What is paid in and still streams, as it was when it last accrued. Networks have no streams.
    function stream() external view returns (Stream memory);

    /// @notice Shares of the account that don't move yet, in wei, and until when, Unix time. Zeros when none are locked.
    function lockedOf(address account) external view returns (uint256 amount, uint256 until);

    /// @notice Shares that the account could send now to whoever may receive them, in wei: all but locked ones; none of
    /// a treasury's.
    function transferableBalanceOf(address account) external view returns (uint256);

    /// @notice What the ledger adds to a balance's part of the income: `claimable = max(0, ⌊balance × incomePerShare /
    /// 2¹²⁸⌋ − debt)`, in wei of the currency.
    function debtOf(address account) external view returns (int256);

    /// @notice Whether a transfer by `from` would go through, and the selector of the error if not. Allowances are not looked
    /// at; treasuries send nothing by themselves.
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
    /// - where the currency is an ERC-20, the account is no Uniswap v3 pool of this token, else {PoolIsNotPaid}
    ///
    /// @param account Whom to pay.
    /// @return paid What was sent, in wei of the currency.
    function claim(address account) external returns (uint256 paid);

    /// @notice Pays all that the caller can claim to another address.
    ///
    /// @dev Emits {Claimed}.
    ///
    /// Notes:
    /// - The way out for an account that can't receive the currency itself.
    ///
    /// Requirements:
    /// - `to` is not the zero address, else {ClaimToZeroAddress}
    /// - something is claimable, else {NothingToClaim}
    ///
    /// @param to Whom to pay.
    /// @return paid What was sent, in wei of the currency.
    function claimTo(address to) external returns (uint256 paid);

    /// @notice Pays all that `account` can claim to an address that it signed for.
    ///
    /// @dev Emits {Claimed}.
    ///
    /// Notes:
    /// - EIP-712, `ClaimTo(address account,address to,uint256 nonce,uint256 deadline)`, in this token's domain; nonces
    ///   are those of {permit}. Contracts sign by ERC-1271.
    ///
    /// Requirements:
    /// - the block's time is at most `deadline`, else {SignatureExpired}
    /// - the account signed it with its next nonce, else {SignatureInvalid}
    /// - as for {claimTo}
    ///
    /// @param account Whose claim it is.
    /// @param to Whom to pay.
    /// @param deadline Last second at which the signature is good, Unix time.
    /// @return paid What was sent, in wei of the currency.
    function claimToBySig(address account, address to, uint256 deadline, bytes calldata signature)
        external
        returns (uint256 paid);

    /// @notice Gives currency to the holders.
    ///
    /// @dev Emits {Accrued} and {Donated}.
    ///
    /// Notes:
    /// - An ERC-20 that keeps a part of what is sent gives the holders what arrived.
    ///
    /// Requirements:
    /// - native coin: the value is `amount`; ERC-20: no value, and an allowance of `amount`, else {WrongValue}
    /// - something arrives, else {ZeroAmount}
    /// - `note` has at most 1,024 bytes
    /// - at least 10¹⁵ wei of shares take part, else {NoEligibleHolders}
    /// - what the token holds for its holders stays below 2¹¹⁰, else {IncomeAboveLimit}; and income per share × 2¹²⁸
    ///   below 2¹⁸⁹, else {IncomePerShareAboveLimit}
    /// - no shares left an excluded pool in this transaction, else {SharesJustLeftPool}
    ///
    /// @param amount In wei of the currency.
    /// @param note Free text for the record.
    function distribute(uint256 amount, string calldata note) external payable;

    /// @notice Books currency that came in any other way as donated income, so that nothing sent by mistake is lost.
    ///
    /// @dev Emits {Accrued} and {Donated}, whose source is this token.
    ///
    /// Requirements:
    /// - {unaccounted} is above zero, else {NothingToAbsorb}
    /// - as for {distribute}: enough shares take part, income stays within its limits, and no shares just left a pool
    ///
    /// @return amount What was booked, in wei of the currency.
    function absorb() external returns (uint256 amount);

    /// @notice Pulls what this token can claim from `source` and books what arrived as harvested income.
    ///
    /// @dev Emits {Accrued} and {Harvested} here, {Claimed} at the source.
    ///
    /// Notes:
    /// - What is not harvested yet belongs to those who hold at the harvest.
    ///
    /// Requirements:
    /// - `source` is a token of this registry, else {NotEquityToken}
    /// - it has something for this token, else {NothingToClaim}
    /// - as for {distribute}: enough shares take part, income stays within its limits, and no shares just left a pool; else
    ///   all stays claimable
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

    /// @notice Takes a Uniswap v3 pool out of income: its shares belong to whoever trades next. Anyone may call; final.
    ///
    /// @dev Emits {HolderClassified}; and where the pool had accrued something {Claimed}, to this token, {Accrued} and
    /// {Donated}.
    ///
    /// Notes:
    /// - What the pool had accrued becomes income of the others; with too few of them it waits for {absorb}.
    /// - From now on gains are realized over a day at least while pools hold more than a thousandth of all shares, and a
    ///   pool's shares give no votes.
    ///
    /// Requirements:
    /// - the pool is neither marked as a treasury nor excluded, else {NothingToExclude}
    /// - the registry's factory made it, with this token on one side, else {NotPoolOfToken}
    /// - it sent no shares in this transaction, else {SharesJustLeftPool}
    ///
    /// @param pool The pool.
    function exclude(address pool) external;
}
