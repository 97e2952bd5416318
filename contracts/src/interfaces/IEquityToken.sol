// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {HolderClass, IncomeKind, TokenKind} from "../types/EquityTypes.sol";

/// @title Shares that pay dividends and can themselves hold equity tokens
interface IEquityToken is IERC20Metadata, IERC20Permit, IERC5267, IERC165 {
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

    function kind() external view returns (TokenKind);
    function registry() external view returns (address);
    /// @notice What gains are paid in; zero is the chain's native coin.
    function currency() external view returns (address);
    /// @notice ERC-7572 metadata: `data:` or `ipfs://` JSON.
    function contractURI() external view returns (string memory);
    function incomePerShare() external view returns (uint256);
    function eligibleSupply() external view returns (uint256);
    /// @notice Income over the token's life, in wei of the currency.
    function totalIncome() external view returns (uint256);
    function totalClaimed() external view returns (uint256);
    /// @notice Shares that treasuries of equity tokens hold.
    function treasuryHeld() external view returns (uint256);
    function classOf(address account) external view returns (HolderClass);
    function claimable(address account) external view returns (uint256);
    /// @notice Whether a transfer would go through, and the selector of the error if not.
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed, bytes4 reason);

    /// @notice Pays `account` what it can claim. Anyone may call; for an equity token only its own harvest may.
    function claim(address account) external returns (uint256 paid);
    /// @notice Gives currency to the holders.
    function distribute(uint256 amount, string calldata note) external payable;
    /// @notice Books currency that came in any other way as donated income.
    function absorb() external returns (uint256 amount);
    /// @notice Pulls what this token can claim from `source` and books it as harvested income.
    function harvest(address source) external returns (uint256 amount);
}
