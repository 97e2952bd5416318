// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {NetworkGovernor} from "../../../src/NetworkGovernor.sol";
import {INetworkAdmission} from "../../../src/interfaces/INetworkAdmission.sol";
import {INetworkToken} from "../../../src/interfaces/INetworkToken.sol";
import {SigningWallet} from "../../mocks/SigningWallet.sol";
import {GovernedTest} from "../../utils/GovernedTest.sol";

contract CastVoteBySigTest is GovernedTest {
    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant BALLOT_TYPEHASH =
        keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)");
    bytes32 private constant EXTENDED_BALLOT_TYPEHASH = keccak256(
        "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)"
    );
    uint256 private constant FOUNDER_SHARES = 100_000e18;

    uint256 private proposalId;
    SigningWallet private wallet;

    function setUp() public override {
        super.setUp();
        wallet = new SigningWallet(ada);
        vm.prank(ben);
        assertTrue(network.transfer(address(wallet), 5e18), "sent");
        skip(1);
        bytes memory call = abi.encodeCall(INetworkAdmission.setContractURI, ("ipfs://new"));
        proposalId = _propose(ada, address(network), call);
        skip(DELAY + 1);
    }

    /// @dev As a wallet signs it: the domain as {eip712Domain} should tell it.
    function _sign(uint256 key, address verifier, bytes32 message) private view returns (bytes memory) {
        bytes32 domain =
            keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256("Trio Governor"), keccak256("1"), block.chainid, verifier));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, message)));
        return abi.encodePacked(r, s, v);
    }

    function _ballot(address voter, uint8 support, uint256 nonce) private view returns (bytes32) {
        return keccak256(abi.encode(BALLOT_TYPEHASH, proposalId, support, voter, nonce));
    }

    function _expectInvalid(address voter, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, voter));
        governor.castVoteBySig(proposalId, FOR, voter, signature);
        assertFalse(governor.hasVoted(proposalId, voter), "has not voted");
    }

    function _assertFor(uint256 expected) private view {
        (, uint256 votes,) = governor.proposalVotes(proposalId);
        assertEq(votes, expected, "votes for it");
    }

    function test_CastVoteBySig() external {
        bytes memory signature = _sign(adaKey, address(governor), _ballot(ada, FOR, 0));
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(ada, proposalId, FOR, FOUNDER_SHARES, "");
        vm.prank(dora);
        assertEq(governor.castVoteBySig(proposalId, FOR, ada, signature), FOUNDER_SHARES, "weight");
        _assertFor(FOUNDER_SHARES);
        assertTrue(governor.hasVoted(proposalId, ada), "has voted");
        assertEq(governor.nonces(ada), 1, "nonce");
    }

    function test_CastVoteBySig_OfAContractWallet() external {
        bytes memory signature = _sign(adaKey, address(governor), _ballot(address(wallet), FOR, 0));
        assertEq(governor.castVoteBySig(proposalId, FOR, address(wallet), signature), 5e18, "weight");
        _assertFor(5e18);
    }

    function test_CastVoteBySig_WithReasonAndParams() external {
        bytes32 message = keccak256(
            abi.encode(EXTENDED_BALLOT_TYPEHASH, proposalId, FOR, ada, 0, keccak256("I know her"), keccak256(hex"c0de"))
        );
        bytes memory signature = _sign(adaKey, address(governor), message);
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCastWithParams(ada, proposalId, FOR, FOUNDER_SHARES, "I know her", hex"c0de");
        governor.castVoteWithReasonAndParamsBySig(proposalId, FOR, ada, "I know her", hex"c0de", signature);
        _assertFor(FOUNDER_SHARES);
    }

    function test_RevertWhen_SomebodyElseSignedIt() external {
        (, uint256 key) = makeAddrAndKey("mallory");
        _expectInvalid(ada, _sign(key, address(governor), _ballot(ada, FOR, 0)));
        _expectInvalid(ben, _sign(adaKey, address(governor), _ballot(ben, FOR, 0)));
        _expectInvalid(address(wallet), _sign(key, address(governor), _ballot(address(wallet), FOR, 0)));
    }

    function test_RevertWhen_TheVoterSignedSomethingElse() external {
        _expectInvalid(ada, _sign(adaKey, address(governor), _ballot(ada, AGAINST, 0)));
        _expectInvalid(ada, _sign(adaKey, address(governor), _ballot(ada, FOR, 1)));
        // For the wallet of the same owner, Ada's own signature is of another voter.
        _expectInvalid(address(wallet), _sign(adaKey, address(governor), _ballot(ada, FOR, 0)));
    }

    function test_RevertWhen_ItIsForAnotherGovernor() external {
        INetworkToken other = _formWith(adaToken, ada, 1e18);
        NetworkGovernor itsGovernor = NetworkGovernor(payable(other.governor()));
        assertEq(itsGovernor.name(), governor.name(), "of the same name");
        _expectInvalid(ada, _sign(adaKey, address(itsGovernor), _ballot(ada, FOR, 0)));
    }

    function test_RevertWhen_TheSignatureWasUsedBefore() external {
        bytes memory signature = _sign(adaKey, address(governor), _ballot(ada, FOR, 0));
        governor.castVoteBySig(proposalId, FOR, ada, signature);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, ada));
        governor.castVoteBySig(proposalId, FOR, ada, signature);
        _assertFor(FOUNDER_SHARES);
    }
}
