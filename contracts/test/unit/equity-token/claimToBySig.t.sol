// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {PersonalToken} from "../../../src/PersonalToken.sol";
import {IEquityToken} from "../../../src/interfaces/IEquityToken.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {SigningWallet} from "../../mocks/SigningWallet.sol";
import {ClaimSigner} from "../../utils/ClaimSigner.sol";
import {PermitSigner} from "../../utils/PermitSigner.sol";
import {WeftTest} from "../../utils/WeftTest.sol";

contract ClaimToBySigTest is WeftTest {
    /// @dev A quarter of 4 ether: income per share is rounded down, and so a wei stays in the token.
    uint256 private constant QUARTER = 1 ether - 1;
    uint256 private constant QUARTER_SHARES = 250_000e18;

    PersonalToken private token;
    address private signer;
    uint256 private signerKey;
    /// @dev A contract wallet whose owner is the signer; it holds a quarter too.
    address private wallet;
    uint256 private deadline;

    function setUp() public override {
        super.setUp();
        token = _launch(ada, "ADA");
        (signer, signerKey) = makeAddrAndKey("signer");
        wallet = address(new SigningWallet(signer));
        vm.startPrank(ada);
        token.transfer(signer, QUARTER_SHARES);
        token.transfer(wallet, QUARTER_SHARES);
        vm.stopPrank();
        _realize(token, ada, 4 ether);
        deadline = block.timestamp + 1 hours;
    }

    function test_RevertWhen_DeadlineHasPassed() external {
        bytes memory signature = _sign(signer, dora);
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureExpired.selector, deadline));
        token.claimToBySig(signer, dora, deadline, signature);
    }

    function test_RevertWhen_SomebodyElseSigned() external {
        bytes memory signature = ClaimSigner.sign(token, adaKey, signer, dora, deadline);
        _expectInvalid(signer, dora, deadline, signature);
        _expectInvalid(wallet, dora, deadline, ClaimSigner.sign(token, adaKey, wallet, dora, deadline));
    }

    function test_RevertWhen_SignatureIsMalformed() external {
        _expectInvalid(signer, dora, deadline, "");
        _expectInvalid(signer, dora, deadline, new bytes(65));
        _expectInvalid(wallet, dora, deadline, "");
        _expectInvalid(address(0), dora, deadline, new bytes(65));
    }

    function test_RevertWhen_ReceiverIsAnother() external {
        _expectInvalid(signer, ben, deadline, _sign(signer, dora));
        _expectInvalid(wallet, ben, deadline, _sign(wallet, dora));
    }

    function test_RevertWhen_DeadlineIsAnother() external {
        _expectInvalid(signer, dora, deadline + 1, _sign(signer, dora));
        _expectInvalid(wallet, dora, deadline - 1, _sign(wallet, dora));
    }

    function test_RevertWhen_AccountIsAnother() external {
        _expectInvalid(wallet, dora, deadline, _sign(signer, dora));
        _expectInvalid(ada, dora, deadline, _sign(signer, dora));
    }

    function test_RevertWhen_SignedForAnotherToken() external {
        PersonalToken other = _launch(ben, "BEN");
        _expectInvalid(signer, dora, deadline, ClaimSigner.sign(other, signerKey, signer, dora, deadline));
    }

    function test_RevertWhen_SignatureWasUsed() external {
        bytes memory signature = _sign(signer, dora);
        token.claimToBySig(signer, dora, deadline, signature);
        _realize(token, ada, 4 ether);
        _expectInvalid(signer, dora, deadline, signature);
        assertApproxEqAbs(token.claimable(signer), 1 ether, 1, "what is due since then stays");
    }

    /// @dev An equity token signs nothing, so that nobody can send its income elsewhere.
    function test_RevertWhen_AccountIsATreasury() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        _realize(token, ada, 4 ether);
        _expectInvalid(
            address(network), dora, deadline, ClaimSigner.sign(token, adaKey, address(network), dora, deadline)
        );
        PersonalToken personal = _launch(ben, "BEN");
        _expectInvalid(address(personal), dora, deadline, new bytes(65));
    }

    function test_RevertWhen_ReceiverIsTheZeroAddress() external {
        bytes memory signature = _sign(signer, address(0));
        vm.expectRevert(IEquityToken.ClaimToZeroAddress.selector);
        token.claimToBySig(signer, address(0), deadline, signature);
    }

    function test_RevertWhen_NothingIsDue() external {
        token.claim(signer);
        bytes memory signature = _sign(signer, dora);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.NothingToClaim.selector, signer));
        token.claimToBySig(signer, dora, deadline, signature);
        assertEq(token.nonces(signer), 0, "the signature is not used up");

        _realize(token, ada, 4 ether);
        uint256 due = token.claimable(signer);
        assertEq(token.claimToBySig(signer, dora, deadline, signature), due, "and good once there is");
    }

    function test_RevertWhen_APermitTookTheNonce() external {
        bytes memory signature = _sign(signer, dora);
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, signerKey, signer, ben, 1, deadline);
        token.permit(signer, ben, 1, deadline, v, r, s);
        assertEq(token.nonces(signer), 1, "nonce");
        _expectInvalid(signer, dora, deadline, signature);
        assertEq(token.claimToBySig(signer, dora, deadline, _sign(signer, dora)), QUARTER, "with the next it is good");
    }

    function test_RevertWhen_AClaimTookThePermitsNonce() external {
        (uint8 v, bytes32 r, bytes32 s) = PermitSigner.sign(token, signerKey, signer, ben, 1, deadline);
        token.claimToBySig(signer, dora, deadline, _sign(signer, dora));
        vm.expectPartialRevert(ERC20PermitUpgradeable.ERC2612InvalidSigner.selector);
        token.permit(signer, ben, 1, deadline, v, r, s);
    }

    function test_ClaimToBySig_OfAWallet() external {
        uint256 balanceBefore = dora.balance;
        bytes memory signature = _sign(signer, dora);

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(signer, dora, QUARTER);
        vm.prank(ben);
        uint256 paid = token.claimToBySig(signer, dora, deadline, signature);

        assertEq(paid, QUARTER, "a quarter");
        assertEq(dora.balance - balanceBefore, paid, "arrived");
        assertEq(signer.balance, 0, "not at the account");
        assertEq(token.nonces(signer), 1, "nonce");
        assertEq(token.claimable(signer), 0, "nothing left");
        assertEq(token.debtOf(signer), int256(paid), "paid became debt");
        assertEq(token.claimable(wallet), QUARTER, "others keep theirs");
        assertEq(token.accounted(), 3 ether + 1, "the token holds less for its holders");
    }

    function test_ClaimToBySig_OfAContractWallet() external {
        uint256 balanceBefore = dora.balance;
        bytes memory signature = _sign(wallet, dora);

        vm.expectEmit(address(token));
        emit IEquityToken.Claimed(wallet, dora, QUARTER);
        assertEq(token.claimToBySig(wallet, dora, deadline, signature), QUARTER, "a quarter");
        assertEq(dora.balance - balanceBefore, QUARTER, "arrived");
        assertEq(token.nonces(wallet), 1, "nonce");
        assertEq(token.claimable(wallet), 0, "nothing left");

        _realize(token, ada, 4 ether);
        _expectInvalid(wallet, dora, deadline, signature);
    }

    function test_ClaimToBySig_AtANetwork() external {
        INetworkToken network = _formWith(token, ada, QUARTER_SHARES);
        _stake(network, 0, token, ada, QUARTER_SHARES, ada);
        network.distribute{value: 4 ether}(4 ether, "");
        uint256 due = network.claimable(ada);
        uint256 balanceBefore = dora.balance;
        bytes memory signature = ClaimSigner.sign(network, adaKey, ada, dora, deadline);
        _expectInvalid(ada, dora, deadline, signature);
        assertEq(network.claimToBySig(ada, dora, deadline, signature), due, "all that is due");
        assertEq(dora.balance - balanceBefore, due, "arrived");
        assertEq(network.nonces(ada), 1, "nonce");
    }

    function test_ClaimToBySig_AtTheDeadline() external {
        bytes memory signature = _sign(signer, dora);
        vm.warp(deadline);
        assertEq(token.claimToBySig(signer, dora, deadline, signature), QUARTER, "in its last second");
    }

    function testFuzz_ClaimToBySig_PaysWhomTheAccountSigned(uint256 key, address to, uint256 income) external {
        key = boundPrivateKey(key);
        income = bound(income, 1 ether, 900 ether);
        assumeNotForgeAddress(to);
        assumePayable(to);
        vm.assume(to != address(0) && to != address(token));
        address account = vm.addr(key);
        vm.assume(account.code.length == 0 && token.balanceOf(account) == 0);
        vm.prank(ada);
        token.transfer(account, QUARTER_SHARES);
        _realize(token, ada, income);
        uint256 due = token.claimable(account);
        uint256 balanceBefore = to.balance;
        bytes memory signature = ClaimSigner.sign(token, key, account, to, deadline);
        assertEq(token.claimToBySig(account, to, deadline, signature), due, "all that is due");
        assertEq(to.balance - balanceBefore, due, "arrived");
    }

    function _sign(address account, address to) private view returns (bytes memory) {
        return ClaimSigner.sign(token, signerKey, account, to, deadline);
    }

    function _expectInvalid(address account, address to, uint256 until, bytes memory signature) private {
        uint256 nonce = token.nonces(account);
        vm.expectRevert(abi.encodeWithSelector(IEquityToken.SignatureInvalid.selector, account));
        token.claimToBySig(account, to, until, signature);
        assertEq(token.nonces(account), nonce, "no nonce is used up");
    }
}
