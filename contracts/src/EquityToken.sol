// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/ERC20Upgradeable.sol";
import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEquityRegistry} from "./interfaces/IEquityRegistry.sol";
import {IEquityToken} from "./interfaces/IEquityToken.sol";
import {CurrencyTransfer} from "./libraries/CurrencyTransfer.sol";
import {DividendMath} from "./libraries/DividendMath.sol";
import {LabelStore} from "./libraries/LabelStore.sol";
import {TextRules} from "./libraries/TextRules.sol";
import {HolderClass, IncomeKind} from "./types/EquityTypes.sol";
import {Holder, toHolder} from "./types/Holder.sol";

/// @title Shares that pay dividends and can themselves hold equity tokens
/// @dev Balances live in the dividend ledger, one word a holder; of OpenZeppelin's ERC20 only allowances are
/// stored. What moves shares goes through {_update}, what brings currency in through {_book}.
abstract contract EquityToken is IEquityToken, ERC20PermitUpgradeable, ERC165, ReentrancyGuardTransient {
    using CurrencyTransfer for address;
    using LabelStore for address;

    /// @dev Treasuries together hold at most this part of what takes part in income, so that circles leak to people.
    uint256 internal constant MAX_HELD_PERCENT = 80;

    IEquityRegistry private immutable REGISTRY;
    address private immutable CURRENCY;

    mapping(address account => Holder) private _holders;

    /// @dev Where name, symbol and metadata are.
    address private _labels;
    uint96 private _treasuryHeld;

    uint112 private _totalIncome;
    /// @dev What persons paid in is counted here, beside all income, to be written in one go with it.
    uint112 internal _totalRealized;
    uint32 internal _realizationCount;

    uint112 private _totalClaimed;

    uint192 private _incomePerShare;
    /// @dev Whether a receiver needs approval. Here because each transfer reads this word anyway.
    bool internal _closed;

    /// @dev Last, so that what the kinds of token store first shares its word.
    uint96 private _supply;

    /// @param registry_ The only one who can initialise clones, and who tells which addresses are equity tokens.
    /// @param currency_ What gains are paid in; zero is the native coin.
    constructor(address registry_, address currency_) {
        REGISTRY = IEquityRegistry(registry_);
        CURRENCY = currency_;
        _disableInitializers();
    }

    modifier onlyRegistry() {
        if (msg.sender != address(REGISTRY)) revert OnlyRegistry(msg.sender);
        _;
    }

    /// @dev As the currency, native coin of any origin is accepted: from a harvest it is booked, otherwise it waits for
    /// {absorb}. Where the currency is an ERC-20 nobody could get it out again.
    receive() external payable {
        if (CURRENCY != address(0)) revert WrongValue({sent: msg.value, expected: 0});
    }

    /// @dev The registry has checked the texts.
    function __EquityToken_init(string calldata name_, string calldata symbol_, string calldata contractURI_)
        internal
        onlyInitializing
    {
        _labels = LabelStore.write(name_, symbol_, contractURI_);
    }

    // ------------------------------------------------------------------------------------------------------ views

    /// @inheritdoc IEquityToken
    function registry() public view returns (address) {
        return address(REGISTRY);
    }

    /// @inheritdoc IEquityToken
    function currency() public view returns (address) {
        return CURRENCY;
    }

    /// @inheritdoc IEquityToken
    function contractURI() external view returns (string memory) {
        return _labels.metadataOf();
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20Upgradeable, IERC20Metadata) returns (string memory) {
        return _labels.nameOf();
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20Upgradeable, IERC20Metadata) returns (string memory) {
        return _labels.symbolOf();
    }

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20Upgradeable, IERC20) returns (uint256) {
        return _supply;
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) public view override(ERC20Upgradeable, IERC20) returns (uint256) {
        return _holders[account].balance();
    }

    /// @inheritdoc IEquityToken
    /// @dev All shares take part; exclusion of pools would be taken off here.
    function eligibleSupply() public view returns (uint256) {
        return _supply;
    }

    /// @inheritdoc IEquityToken
    function incomePerShare() external view returns (uint256) {
        return _incomePerShare;
    }

    /// @inheritdoc IEquityToken
    function totalIncome() external view returns (uint256) {
        return _totalIncome;
    }

    /// @inheritdoc IEquityToken
    function totalClaimed() external view returns (uint256) {
        return _totalClaimed;
    }

    /// @inheritdoc IEquityToken
    function unaccounted() public view returns (uint256) {
        return CURRENCY.ownBalance() - (_totalIncome - _totalClaimed);
    }

    /// @inheritdoc IEquityToken
    function treasuryHeld() public view returns (uint256) {
        return _treasuryHeld;
    }

    /// @inheritdoc IEquityToken
    function classOf(address account) external view returns (HolderClass) {
        return _holders[account].class();
    }

    /// @inheritdoc IEquityToken
    function claimable(address account) external view returns (uint256) {
        Holder holder = _holders[account];
        return DividendMath.claimableDown(holder.balance(), _incomePerShare, holder.debt());
    }

    /// @inheritdoc IEquityToken
    function debtOf(address account) external view returns (int256) {
        return _holders[account].debt();
    }

    /// @inheritdoc IEquityToken
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed, bytes4 reason) {
        if (from == address(0)) return (false, ERC20InvalidSender.selector);
        if (to == address(0)) return (false, ERC20InvalidReceiver.selector);
        if (amount == 0) return (true, bytes4(0));
        bytes memory refusal = _refusal(from, to, amount, _holders[from].balance(), _isEquityToken(to));
        return (refusal.length == 0, bytes4(refusal));
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner)
        public
        view
        virtual
        override(ERC20PermitUpgradeable, IERC20Permit)
        returns (uint256)
    {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual override(ERC165, IERC165) returns (bool) {
        return interfaceId == type(IEquityToken).interfaceId || interfaceId == type(IERC20).interfaceId
            || interfaceId == type(IERC20Metadata).interfaceId || interfaceId == type(IERC20Permit).interfaceId
            || interfaceId == type(IERC5267).interfaceId || super.supportsInterface(interfaceId);
    }

    // ----------------------------------------------------------------------------------------------------- income

    /// @inheritdoc IEquityToken
    function claim(address account) external nonReentrant returns (uint256 paid) {
        Holder holder = _holders[account];
        if (holder.class() == HolderClass.Treasury && msg.sender != account) revert OnlyOwnHarvest(account);
        (uint256 balance, int256 debt) = (holder.balance(), holder.debt());
        paid = DividendMath.claimableDown(balance, _incomePerShare, debt);
        if (paid == 0) revert NothingToClaim(account);
        unchecked {
            // What is paid is a part of the income, which is below 2¹¹⁰.
            _holders[account] = toHolder(balance, holder.class(), debt + int256(paid));
            _totalClaimed += uint112(paid);
        }
        emit Claimed(account, account, paid);
        CURRENCY.send(account, paid);
    }

    /// @inheritdoc IEquityToken
    function distribute(uint256 amount, string calldata note) external payable nonReentrant {
        TextRules.requireBounded(note, TextRules.MAX_TEXT);
        uint256 received = CURRENCY.pullFromCaller(amount);
        _book(IncomeKind.Donated, msg.sender, received, note);
    }

    /// @inheritdoc IEquityToken
    function absorb() external nonReentrant returns (uint256 amount) {
        amount = unaccounted();
        if (amount == 0) revert NothingToAbsorb();
        _book(IncomeKind.Donated, address(this), amount, "");
    }

    /// @inheritdoc IEquityToken
    function harvest(address source) external nonReentrant returns (uint256 amount) {
        if (!REGISTRY.isEquityToken(source)) revert NotEquityToken(source);
        uint256 balanceBefore = CURRENCY.ownBalance();
        IEquityToken(source).claim(address(this));
        amount = CURRENCY.ownBalance() - balanceBefore;
        _book(IncomeKind.Harvested, source, amount, "");
    }

    /// @dev Divides currency that is here already among the holders. Streams would accrue here first.
    function _book(IncomeKind incomeKind, address source, uint256 amount, string memory note) internal {
        if (amount == 0) revert ZeroAmount();
        uint256 eligible = eligibleSupply();
        if (eligible < DividendMath.MIN_SUPPLY) revert NoEligibleHolders(eligible, DividendMath.MIN_SUPPLY);
        uint256 total = _totalIncome + amount;
        if (total > DividendMath.MAX_INCOME) revert IncomeAboveLimit(total, DividendMath.MAX_INCOME);
        uint256 perShare;
        unchecked {
            // Both fit by the limits just checked: see DividendMath.
            _totalIncome = uint112(total);
            perShare = _incomePerShare + DividendMath.incomePerShareDown(amount, eligible);
            _incomePerShare = uint192(perShare);
            if (incomeKind == IncomeKind.Realized) {
                _totalRealized += uint112(amount);
                _realizationCount += 1;
            }
        }
        emit Accrued({incomePerShare: perShare, streamLeft: 0, eligibleSupply: eligible});
        emit IncomeReceived({kind: incomeKind, source: source, amount: amount, note: note});
    }

    // ----------------------------------------------------------------------------------------------------- shares

    /// @inheritdoc IEquityToken
    function reclassify(address account) external {
        Holder holder = _holders[account];
        if (holder.class() != HolderClass.Wallet || !_isEquityToken(account)) revert NothingToReclassify(account);
        _holders[account] = toHolder(holder.balance(), HolderClass.Treasury, holder.debt());
        _classifyTreasury(account, holder.balance());
    }

    /// @dev Every mint, burn and transfer. Nobody's claimable rises by it, and none falls by more than 1 wei. A mint is
    /// this token's own doing, so only a transfer can be refused. Votes would follow from here.
    function _update(address from, address to, uint256 amount) internal override {
        if (amount == 0) {
            emit Transfer(from, to, amount);
            return;
        }
        uint256 perShare = _incomePerShare;
        Holder receiver = _holders[to];
        bool toToken = to != address(0) && _isTreasury(to, receiver);

        if (from == address(0)) {
            _setSupply(_supply + amount);
        } else {
            Holder sender = _holders[from];
            bytes memory refusal = _refusal(from, to, amount, sender.balance(), toToken);
            if (refusal.length != 0) LowLevelCall.bubbleRevert(refusal);
            if (from != to) _debit(from, sender, amount, perShare);
        }
        if (to == address(0)) _setSupply(_supply - amount);
        else if (from != to) _credit(to, receiver, amount, toToken, perShare);
        emit Transfer(from, to, amount);
        if (toToken) _requireOutsideFloat(to);
    }

    function _debit(address account, Holder holder, uint256 amount, uint256 perShare) private {
        HolderClass class = holder.class();
        unchecked {
            // A balance below the amount was refused.
            _holders[account] = _withBalance(holder, holder.balance() - amount, class, perShare);
        }
        if (class == HolderClass.Treasury) _changeTreasuryHeld(account, 0, amount);
    }

    function _credit(address account, Holder holder, uint256 amount, bool isToken, uint256 perShare) private {
        HolderClass class = holder.class();
        if (isToken && class == HolderClass.Wallet) {
            class = HolderClass.Treasury;
            _classifyTreasury(account, holder.balance());
        }
        unchecked {
            // No balance is above the supply.
            _holders[account] = _withBalance(holder, holder.balance() + amount, class, perShare);
        }
        if (isToken) _changeTreasuryHeld(account, amount, 0);
    }

    /// @dev Why a transfer of more than nothing can't be, as an encoded error; empty when it can. Locks would refuse here.
    /// @param balance What `from` has.
    /// @param toToken Whether `to` is an equity token.
    function _refusal(address from, address to, uint256 amount, uint256 balance, bool toToken)
        internal
        view
        virtual
        returns (bytes memory)
    {
        if (balance < amount) {
            return abi.encodeWithSelector(ERC20InsufficientBalance.selector, from, balance, amount);
        }
        // An equity token that calls transferFrom is asking: networks do so in their stake, and nowhere else.
        if (toToken && msg.sender != to) return abi.encodeWithSelector(TreasuryDidNotAsk.selector, to);
        return "";
    }

    /// @dev Reverts when treasuries hold more of this token than they may now that `receiver`, one of them, has received.
    function _requireOutsideFloat(address receiver) internal view virtual;

    function _requireHeldAtMost80Percent(uint256 held) internal view {
        uint256 limit = eligibleSupply() * MAX_HELD_PERCENT / 100;
        if (held > limit) revert TreasuriesHoldTooMuch(held, limit);
    }

    /// @dev Keeps count of what treasuries hold.
    function _changeTreasuryHeld(address, uint256 received, uint256 given) internal virtual {
        _treasuryHeld = uint96(_treasuryHeld + received - given);
    }

    function _classifyTreasury(address account, uint256 balance) private {
        emit HolderClassified(account, HolderClass.Treasury);
        if (balance != 0) _changeTreasuryHeld(account, balance, 0);
    }

    function _setSupply(uint256 supply) private {
        if (supply > DividendMath.MAX_SUPPLY) revert SupplyAboveLimit(supply, DividendMath.MAX_SUPPLY);
        if (supply != 0 && supply < DividendMath.MIN_SUPPLY) {
            revert SupplyBelowMinimum(supply, DividendMath.MIN_SUPPLY);
        }
        _supply = uint96(supply);
    }

    function _withBalance(Holder holder, uint256 balance, HolderClass class, uint256 perShare)
        private
        pure
        returns (Holder)
    {
        int256 debt = DividendMath.debtAfterChangeUp(holder.debt(), holder.balance(), balance, perShare);
        return toHolder(balance, class, debt);
    }

    function _isTreasury(address account, Holder holder) private view returns (bool) {
        return holder.class() == HolderClass.Treasury || _isEquityToken(account);
    }

    /// @dev Whoever has no code is no equity token: most receivers cost no call.
    function _isEquityToken(address account) private view returns (bool) {
        return account.code.length != 0 && REGISTRY.isEquityToken(account);
    }

    /// @dev The signing domain's name is the token's, so it need not be stored twice.
    function _EIP712Name() internal view override returns (string memory) {
        return name();
    }

    function _EIP712Version() internal pure override returns (string memory) {
        return "1";
    }
}
