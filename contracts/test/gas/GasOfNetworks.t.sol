// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {INetworkAdmission} from "../../src/interfaces/INetworkAdmission.sol";
import {Terms} from "../../src/types/EquityTypes.sol";
import {GovernedTest} from "../utils/GovernedTest.sol";
import {PermitSigner} from "../utils/PermitSigner.sol";

/// @notice Gas of whole transactions on networks: stakes under voted terms, the way out, and votes.
/// forge-config: default.isolate = true
contract GasOfNetworksTest is GovernedTest {
    string private constant URI_OF_64_BYTES = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbz";

    PersonalToken private doraToken;
    uint256 private doraKey;

    function setUp() public override {
        super.setUp();
        (dora, doraKey) = makeAddrAndKey("dora");
        doraToken = _launch(dora, "DORA");
        vm.prank(dora);
        doraToken.approve(address(network), type(uint256).max);
    }

    function test_Gas_stake() external {
        uint256 termsId = _admit(_entryTerms(address(doraToken), dora, 10_000e18));
        vm.startPrank(dora);
        network.stake(termsId, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "voted terms, first of an account");
        skip(1);
        network.stake(termsId, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "voted terms, repeat");
        skip(1);
        doraToken.approve(address(network), 0);
        vm.stopPrank();
        (uint8 v, bytes32 r, bytes32 s) =
            PermitSigner.sign(doraToken, doraKey, dora, address(network), 1e18, block.timestamp);
        vm.prank(dora);
        network.stakeWithPermit(termsId, 1e18, dora, type(uint256).max, block.timestamp, v, r, s);
        vm.snapshotGasLastCall("stake", "voted terms, repeat, first permit");
        skip(1);
        vm.startPrank(dora);
        doraToken.approve(address(network), type(uint256).max);
        network.stake(termsId, 1e18, address(doraToken), type(uint256).max);
        vm.snapshotGasLastCall("stake", "voted terms, first of a treasury");
        vm.stopPrank();
    }

    function test_Gas_stakeWithLockup() external {
        Terms memory terms = _entryTerms(address(doraToken), dora, 10_000e18);
        terms.lockup = 30 days;
        uint256 termsId = _admit(terms);
        vm.startPrank(dora);
        network.stake(termsId, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "voted terms, first of an account, locked");
        skip(1);
        network.stake(termsId, 1e18, dora, type(uint256).max);
        vm.snapshotGasLastCall("stake", "voted terms, repeat, locked");
        vm.stopPrank();
    }

    function test_Gas_unstake() external {
        uint256 termsId = _allowExit(_exitTerms(address(adaToken), ada, 100_000e18));
        _realize(adaToken, ada, 1 ether);
        vm.startPrank(ada);
        network.unstake(termsId, 1e18);
        vm.snapshotGasLastCall("unstake", "first, with a harvest");
        skip(1);
        network.unstake(termsId, 1e18);
        vm.snapshotGasLastCall("unstake", "repeat, nothing to harvest");
        vm.stopPrank();
    }

    function test_Gas_admission() external {
        Terms memory terms = _entryTerms(address(doraToken), dora, 10_000e18);
        bytes memory call = abi.encodeCall(INetworkAdmission.createTerms, (terms));
        vm.prank(dora);
        network.applyForMembership(address(doraToken), 10_000e18, ONE_TO_ONE, URI_OF_64_BYTES);
        vm.snapshotGasLastCall("admission", "applyForMembership");
        uint256 proposalId = _propose(ada, address(network), call);
        vm.snapshotGasLastCall("admission", "propose");
        skip(DELAY + 1);
        vm.prank(ada);
        governor.castVote(proposalId, FOR);
        vm.snapshotGasLastCall("admission", "castVote, first, reaches quorum");
        vm.prank(ben);
        governor.castVote(proposalId, FOR);
        vm.snapshotGasLastCall("admission", "castVote, later");
        skip(PERIOD);
        _execute(address(network), call);
        vm.snapshotGasLastCall("admission", "execute, first of a network");
        uint256 termsId = network.termsCount() - 1;
        vm.prank(ada);
        network.cancelTerms(termsId);
        vm.snapshotGasLastCall("admission", "cancelTerms");
    }

    function test_Gas_admissionRepeated() external {
        _admit(_entryTerms(address(doraToken), dora, 10_000e18));
        Terms memory terms = _entryTerms(address(doraToken), dora, 10_000e18);
        _pass(address(network), abi.encodeCall(INetworkAdmission.createTerms, (terms)));
        vm.snapshotGasLastCall("admission", "execute, repeat");
        vm.prank(ada);
        network.delegate(ben);
        vm.snapshotGasLastCall("admission", "delegate to another voter");
    }
}
